package org.inpractice.cycles.method;

/** HTML without scripts; what is not letters is escaped here and nowhere else. */
final class HtmlPage implements MethodPages.Page {
    private static final String STYLE = """
            :root{color-scheme:light dark}body{font:16px/1.55 system-ui,'Segoe UI','DejaVu Sans',sans-serif;max-width:46rem;
            margin:2.5rem auto;padding:0 1.2rem}h1{font-size:1.9rem}h2{margin-top:2.4rem;border-top:1px solid #8884;
            padding-top:1.4rem}code{font-size:.92em}pre{background:#8881;padding:.8rem 1rem;border-radius:6px;
            overflow-x:auto;font-size:.85rem;line-height:1.45;white-space:pre-wrap}li{margin:.45rem 0}
            """;

    private final StringBuilder text = new StringBuilder();
    private boolean listing;

    HtmlPage(String title) {
        text.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
    }

    @Override
    public void heading(int level, String words) {
        element("h" + level, escaped(words));
    }

    @Override
    public void paragraph(String words) {
        element("p", escaped(words));
    }

    @Override
    public void item(String term, String words) {
        if (!listing) {
            text.append("<ul>\n");
            listing = true;
        }
        String name = term.isEmpty() ? "" : "<code>" + escaped(term) + "</code> ";
        text.append("<li>").append(name).append(escaped(words)).append("</li>\n");
    }

    @Override
    public void code(String code) {
        element("pre", escaped(code));
    }

    private void element(String name, String content) {
        endList();
        text.append('<').append(name).append('>').append(content);
        text.append("</").append(name).append(">\n");
    }

    private void endList() {
        if (listing) {
            text.append("</ul>\n");
            listing = false;
        }
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String finish() {
        endList();
        return text.append("</body></html>\n").toString();
    }
}
