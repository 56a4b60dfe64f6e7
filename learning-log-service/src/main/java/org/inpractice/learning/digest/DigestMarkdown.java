package org.inpractice.learning.digest;

import java.util.regex.Pattern;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;

/** A digest as Markdown (CommonMark). What people wrote is text here too: no character of it is markup. */
final class DigestMarkdown {
    /** What makes markup anywhere in a line of CommonMark or GitHub's tables; any of it may be escaped, section 2.4. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>&~|]");

    /** What makes a heading, a list, a rule or a quotation at the beginning of a line only. */
    private static final Pattern BEGINNING = Pattern.compile("^(\\d*)([-+#=.)])");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final StringBuilder page = new StringBuilder();

    private DigestMarkdown() {}

    static String of(Digest digest) {
        return new DigestMarkdown().page(digest);
    }

    private String page(Digest digest) {
        line("# What happened in district " + escaped(digest.districtId()));
        line("");
        line(escaped(DigestWords.days(digest)) + "  ");
        line(escaped(DigestWords.known(digest)));
        digest.sections().forEach(this::section);
        line("");
        line("## Also recorded");
        line("");
        if (digest.counted().isEmpty()) {
            line("Nothing.");
        }
        digest.counted()
                .forEach((type, count) ->
                        line("* " + escaped(DigestWords.type(type)) + ": " + DigestWords.number(count)));
        return page.toString();
    }

    private void section(Section section) {
        line("");
        line("## " + escaped(section.title()) + " (" + section.count() + ")");
        line("");
        if (section.items().isEmpty()) {
            line("Nothing.");
        }
        section.items().forEach(this::item);
        if (section.more() > 0) {
            line("");
            line("… and " + DigestWords.number(section.more()) + " more.");
        }
    }

    private void item(Item item) {
        line("* **" + escaped(DigestWords.day(item.on())) + "** " + escaped(item.what()));
        for (Fact fact : item.facts()) {
            line("  * *" + escaped(fact.name()) + ":* " + escaped(fact.text()));
        }
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    static String escaped(String text) {
        String oneLine = SPACES.matcher(text.strip()).replaceAll(" ");
        String plain = MARKUP.matcher(oneLine).replaceAll("\\\\$0");
        return BEGINNING.matcher(plain).replaceFirst("$1\\\\$2");
    }
}
