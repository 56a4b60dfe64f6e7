package org.inpractice.learning.digest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of a digest, whatever stands in the texts. */
class DigestPagesTest {
    private static final String SCRIPT =
            "<script>alert('1')</script>\"><img src=x onerror=alert(1)> & [a](javascript:x)";

    @Test
    void markup_in_a_text_is_shown_as_text_on_the_html_page() {
        String page = DigestHtml.of(digest(SCRIPT));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<img"), page);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&gt;&lt;img"), page);
        assertTrue(page.contains("<span class=\"none\">What moved <b>0</b></span>"), page);
    }

    @Test
    void markup_in_a_text_is_shown_as_text_in_markdown() {
        String page = DigestMarkdown.of(digest(SCRIPT));
        assertFalse(page.replace("\\<", "").contains("<"), page);
        assertTrue(page.contains("\\<script\\>"), page);
        assertTrue(page.contains("\\[a\\](javascript:x)"), page);
    }

    @ParameterizedTest
    @CsvSource({
        "'# not a heading', '\\# not a heading'",
        "'1. not a list', '1\\. not a list'",
        "'- not a list', '\\- not a list'",
        "'=== not a heading', '\\=== not a heading'",
        "'> not quoted', '\\> not quoted'",
        "'well-known (2026-03-01)', 'well-known (2026-03-01)'",
        "'two\nlines\r\n\n# x', 'two lines # x'",
        "'*a* _b_ `c`', '\\*a\\* \\_b\\_ \\`c\\`'"
    })
    void no_character_of_a_text_is_markdown(String text, String expected) {
        assertEquals(expected, DigestMarkdown.escaped(text));
    }

    @Test
    void says_how_many_there_are_beyond_those_it_tells() {
        Digest digest = digest("x");
        assertTrue(DigestHtml.of(digest).contains("… and 1,233 more."));
        assertTrue(DigestMarkdown.of(digest).contains("… and 1,233 more."));
    }

    @Test
    void says_whose_days_and_as_known_when() {
        String page = DigestMarkdown.of(digest("x"));
        assertTrue(page.contains("Mar 1, 2026 to Mar 31, 2026 (days of America/Los\\_Angeles)"), page);
        assertTrue(page.contains("1,500 events, as known on Apr 1, 2026, 1:00 AM."), page);
    }

    private static Digest digest(String text) {
        Item item =
                new Item(LocalDate.parse("2026-03-02"), text, List.of(new Fact(text, text)), "cycle/1", new UUID(0, 1));
        return new Digest(
                text,
                LocalDate.parse("2026-03-01"),
                LocalDate.parse("2026-03-31"),
                "America/Los_Angeles",
                Instant.parse("2026-04-01T08:00:00Z"),
                new TreeMap<>(Map.of("measurement-service", 12L)),
                1_500,
                List.of(
                        new Section("decided", "What was decided", 1_234, List.of(item)),
                        new Section("moved", "What moved", 0, List.of())),
                new TreeMap<>(Map.of("improvement." + text + ".v1", 3L)));
    }
}
