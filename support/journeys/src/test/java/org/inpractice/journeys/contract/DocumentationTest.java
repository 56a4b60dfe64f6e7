package org.inpractice.journeys.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.inpractice.stack.EventContract;
import org.junit.jupiter.api.Test;

/** README and docs: what they point at is there, and every event stands in the slice table. */
class DocumentationTest {
    private static final Path ROOT =
            EventContract.ofThisRepository().folder().getParent().getParent();
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
    private static final Pattern EVENT_TYPE = Pattern.compile("@EventType\\(name = \"([^\"]+)\"");

    @Test
    void every_link_leads_to_a_file() throws IOException {
        // when
        List<String> dangling = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                links++;
                if (!Files.exists(page.resolveSibling(link.group(1)))) {
                    dangling.add(ROOT.relativize(page) + " -> " + link.group(1));
                }
            }
        }

        // then
        assertTrue(links > 50, "only " + links + " links were found");
        assertEquals(List.of(), dangling);
    }

    @Test
    void the_slice_table_names_every_event() throws IOException {
        // given
        String readme = Files.readString(ROOT.resolve("README.md"));

        // when
        List<String> missing = new ArrayList<>();
        int events = 0;
        for (String service : List.of("improvement-cycles-service", "measurement-service", "learning-log-service")) {
            for (Path source : sources(ROOT.resolve(service).resolve("src/main/java"))) {
                Matcher type = EVENT_TYPE.matcher(Files.readString(source));
                while (type.find()) {
                    events++;
                    if (!readme.contains("`" + type.group(1) + "`")) {
                        missing.add(type.group(1));
                    }
                }
            }
        }

        // then
        assertTrue(events > 0);
        assertEquals(List.of(), missing);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
