package org.inpractice.learning.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The example in the description partners read comes out as it says. */
class WorkedExampleTest {
    private final String description = read("docs/events/reconciliation.md");

    @Test
    void the_example_comes_out_as_it_says() {
        Partner partner = new Partner();
        for (String line : block("event lines").lines().toList()) {
            String[] field = line.split("\t", -1);
            partner.keep(Long.parseLong(field[0]), field[1], field[2], field[3], new byte[0]);
        }
        assertEquals(block("range line"), "1\t3\t" + partner.pieceHash(1, 3) + "\n");
        assertEquals(block("range hash").strip(), partner.eventsHash(1, 3));
    }

    private String block(String name) {
        Matcher block = Pattern.compile("<!-- " + name + " -->\n```\n(.*?)```", Pattern.DOTALL)
                .matcher(description);
        if (!block.find()) {
            throw new AssertionError("no block " + name);
        }
        return block.group(1);
    }

    private static String read(String file) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve(file))) {
            folder = folder.getParent();
        }
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
