package org.inpractice.learning.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inpractice.learning.Query;

/**
 * Shows where in texts the wanted words stand. What comes out is HTML in which the only tag is {@code <mark>}: whatever markup
 * the text has is escaped and reads as text.
 */
final class Highlights {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*");
    private static final int LONGEST = 240;
    private static final int BEFORE = 60;

    private final Set<String> wantedWords;

    private Highlights(Set<String> wantedWords) {
        this.wantedWords = wantedWords;
    }

    /** For some texts: their words are stemmed all at once. */
    static Highlights of(
            Connection connection, WordIndex index, String districtId, Set<String> wanted, Collection<String> texts)
            throws SQLException {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                words.add(word.group().toLowerCase(Locale.ROOT));
            }
        }
        Map<String, String> stems = new HashMap<>();
        Query.of("select w, (ts_lexize('english_stem', w))[1] from unnest(?) as w", (Object)
                        words.toArray(String[]::new))
                .rows(connection, row -> stems.put(row.getString(1), row.getString(2)));
        Set<String> hits = new LinkedHashSet<>();
        stems.forEach((word, stem) -> {
            if (stem != null && wanted.contains(index.fingerprint(districtId, stem))) {
                hits.add(word);
            }
        });
        return new Highlights(hits);
    }

    /** Whether a wanted word stands in the text. */
    boolean isIn(String text) {
        return firstHit(text) >= 0;
    }

    /** A piece of the text around the first wanted word, or its beginning. */
    String html(String text) {
        int hit = firstHit(text);
        int from = hit <= BEFORE ? 0 : wordStart(text, hit - BEFORE);
        int to = text.length() - from <= LONGEST ? text.length() : wordStart(text, from + LONGEST);
        StringBuilder html = new StringBuilder(from > 0 ? "… " : "");
        int done = from;
        Matcher word = WORD.matcher(text).region(from, to);
        while (word.find()) {
            if (wantedWords.contains(word.group().toLowerCase(Locale.ROOT))) {
                escape(html, text, done, word.start());
                html.append("<mark>");
                escape(html, text, word.start(), word.end());
                html.append("</mark>");
                done = word.end();
            }
        }
        escape(html, text, done, to);
        return html.append(to < text.length() ? " …" : "").toString();
    }

    private int firstHit(String text) {
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            if (wantedWords.contains(word.group().toLowerCase(Locale.ROOT))) {
                return word.start();
            }
        }
        return -1;
    }

    /** The last place at or before one where no word, and no character, is cut in two; the place itself in one long word. */
    private static int wordStart(String text, int at) {
        for (int i = at; i > Math.max(0, at - BEFORE); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(character);
            }
        }
    }
}
