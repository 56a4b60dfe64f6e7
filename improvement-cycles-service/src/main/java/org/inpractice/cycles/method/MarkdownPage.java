package org.inpractice.cycles.method;

/** CommonMark. The words are our own, without markup. */
final class MarkdownPage implements MethodPages.Page {
    private final StringBuilder text = new StringBuilder();
    private boolean listing;

    @Override
    public void heading(int level, String words) {
        block().append("#".repeat(level)).append(' ').append(words).append("\n");
    }

    @Override
    public void paragraph(String words) {
        block().append(words).append("\n");
    }

    @Override
    public void item(String term, String words) {
        if (!listing) {
            block();
            listing = true;
        }
        text.append("* ")
                .append(term.isEmpty() ? "" : "**`" + term + "`** ")
                .append(words)
                .append("\n");
    }

    @Override
    public void code(String code) {
        block().append("```\n").append(code).append("\n```\n");
    }

    private StringBuilder block() {
        listing = false;
        return text.isEmpty() ? text : text.append('\n');
    }

    @Override
    public String finish() {
        return text.toString();
    }
}
