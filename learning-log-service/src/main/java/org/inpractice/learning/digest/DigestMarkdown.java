package org.inpractice.learning.digest;

import java.util.regex.Pattern;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;

/** A digest as Markdown (CommonMark). What people wrote is text here too: no character of it is markup. */
final class DigestMarkdown {
    /** All ASCII punctuation may be escaped in CommonMark, section 2.4; what has no meaning is left readable. */
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|<>&~=-]");

    /** A number with a dot or a bracket at the beginning of a line makes a list, CommonMark section 5.2. */
    private static final Pattern NUMBERED = Pattern.compile("^(\\d+)([.)])");

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
        return NUMBERED.matcher(plain).replaceFirst("$1\\\\$2");
    }
}
