package org.inpractice.learning.digest;

import java.util.Map;
import org.inpractice.learning.digest.Digest.Fact;
import org.inpractice.learning.digest.Digest.Item;
import org.inpractice.learning.digest.Digest.Section;

/**
 * A digest as a page that stands alone: no script, no picture, nothing fetched. Everything that comes from events goes
 * through {@link #escaped}, so markup in a text is shown as text.
 */
final class DigestHtml {
    private static final String STYLE = """
            :root { color-scheme: light; }
            body { font: 16px/1.5 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; color: #1d2733;
                   background: #fff; margin: 0 auto; max-width: 50rem; padding: 2.5rem 1.5rem 4rem; }
            h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .4rem; }
            .period { font-size: 1.1rem; margin: 0; }
            .known { color: #55606e; margin: .1rem 0 1.5rem; }
            nav { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .2rem 1.5rem;
                  border: solid #d5dbe2; border-width: 1px 0; padding: .8rem 0; margin-bottom: 1rem; }
            nav a, nav span { display: flex; justify-content: space-between; gap: .5rem; color: #1d4f8a;
                              text-decoration: none; }
            nav a:hover { text-decoration: underline; }
            nav b { font-variant-numeric: tabular-nums; color: #1d2733; }
            nav .none, nav .none b { color: #707b88; font-weight: normal; }
            h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; padding-bottom: .25rem; border-bottom: 2px solid #1d4f8a; }
            h2 small { font-weight: normal; color: #55606e; font-size: 1rem; }
            ol { list-style: none; margin: 0; padding: 0; }
            li.item { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 1rem; padding: .65rem 0;
                      border-bottom: 1px solid #e6eaee; break-inside: avoid; }
            time { color: #55606e; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .what { font-weight: 600; overflow-wrap: anywhere; }
            dl { grid-column: 2; margin: .2rem 0 0; font-size: .95rem; }
            dl div { margin-top: .1rem; overflow-wrap: anywhere; }
            dt, dd { display: inline; margin: 0; }
            dt { color: #55606e; }
            dt::after { content: ": "; }
            .nothing { color: #707b88; margin: .3rem 0; }
            table { border-collapse: collapse; }
            td, th { padding: .2rem 1.5rem .2rem 0; text-align: left; font-weight: normal; }
            td { text-align: right; font-variant-numeric: tabular-nums; }
            footer { margin-top: 2.5rem; color: #55606e; font-size: .85rem; }
            @media (max-width: 34rem) { li.item { grid-template-columns: 1fr; } dl { grid-column: 1; } }
            @media print { body { font-size: 10.5pt; max-width: none; padding: 0; } nav a { color: inherit; }
                           h2 { break-after: avoid; } @page { margin: 18mm; } }
            """;

    private final StringBuilder page = new StringBuilder(16_384);

    private DigestHtml() {}

    static String of(Digest digest) {
        return new DigestHtml().page(digest);
    }

    private String page(Digest digest) {
        String title = "What happened in district " + escaped(digest.districtId());
        page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(title)
                .append(", ")
                .append(escaped(DigestWords.days(digest)))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<header>\n<h1>")
                .append(title)
                .append("</h1>\n<p class=\"period\">")
                .append(escaped(DigestWords.days(digest)))
                .append("</p>\n<p class=\"known\">")
                .append(escaped(DigestWords.known(digest)))
                .append("</p>\n</header>\n<nav aria-label=\"Sections\">\n");
        digest.sections().forEach(this::link);
        page.append("</nav>\n<main>\n");
        // A section without an item is in the overview only, as a zero.
        digest.sections().stream().filter(section -> section.count() > 0).forEach(this::section);
        counted(digest);
        page.append("</main>\n<footer>Made from the district history");
        if (!digest.complete().isEmpty()) {
            page.append(", complete up to ");
            String between = "";
            for (Map.Entry<String, Long> each : digest.complete().entrySet()) {
                page.append(between).append(escaped(each.getKey())).append(" #").append(each.getValue());
                between = ", ";
            }
        }
        return page.append(".</footer>\n</body>\n</html>\n").toString();
    }

    private void link(Section section) {
        boolean none = section.count() == 0;
        page.append(none ? "<span class=\"none\">" : "<a href=\"#" + escaped(section.key()) + "\">")
                .append(escaped(section.title()))
                .append(" <b>")
                .append(DigestWords.number(section.count()))
                .append(none ? "</b></span>\n" : "</b></a>\n");
    }

    private void section(Section section) {
        page.append("<section id=\"")
                .append(escaped(section.key()))
                .append("\">\n<h2>")
                .append(escaped(section.title()))
                .append(" <small>")
                .append(DigestWords.number(section.count()))
                .append("</small></h2>\n");
        page.append("<ol>\n");
        section.items().forEach(this::item);
        page.append("</ol>\n");
        if (section.more() > 0) {
            page.append("<p class=\"nothing\">\u2026 and ")
                    .append(DigestWords.number(section.more()))
                    .append(" more.</p>\n");
        }
        page.append("</section>\n");
    }

    private void item(Item item) {
        page.append("<li class=\"item\"><time datetime=\"")
                .append(item.on())
                .append("\">")
                .append(DigestWords.day(item.on()))
                .append("</time><span class=\"what\">")
                .append(escaped(item.what()))
                .append("</span>");
        if (!item.facts().isEmpty()) {
            page.append("<dl>");
            for (Fact fact : item.facts()) {
                page.append("<div><dt>")
                        .append(escaped(fact.name()))
                        .append("</dt><dd>")
                        .append(escaped(fact.text()))
                        .append("</dd></div>");
            }
            page.append("</dl>");
        }
        page.append("</li>\n");
    }

    private void counted(Digest digest) {
        page.append("<section id=\"counted\">\n<h2>Also recorded</h2>\n");
        if (digest.counted().isEmpty()) {
            page.append("<p class=\"nothing\">Nothing.</p>\n");
        } else {
            page.append("<table>\n");
            digest.counted()
                    .forEach((type, count) -> page.append("<tr><th scope=\"row\">")
                            .append(escaped(DigestWords.type(type)))
                            .append("</th><td>")
                            .append(DigestWords.number(count))
                            .append("</td></tr>\n"));
            page.append("</table>\n");
        }
        page.append("</section>\n");
    }

    /** Text as HTML text, in elements and in quoted attributes. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
