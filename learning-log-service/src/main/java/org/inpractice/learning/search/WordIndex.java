package org.inpractice.learning.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inpractice.learning.Query;
import org.inpractice.learning.sealing.Seals;

/**
 * Makes the words of texts searchable without storing them. PostgreSQL parses and stems a text that is only passed through,
 * and what is kept of a stem, and of its trigrams, is a fingerprint under the service's key. So the index ranks and forgives
 * typing errors as one of words does, and a row of it, in a backup or a replica, tells no word of a text that was erased.
 */
@Singleton
public class WordIndex {
    /** Of 64 bits: that two of a district's words share one is as good as impossible. */
    private static final int DIGITS = 16;

    /** What PostgreSQL keeps at most: positions up to 16,383, 256 of a word. */
    private static final int LAST_POSITION = 16_383;

    private static final int MOST_POSITIONS = 256;

    private final Seals seals;

    @Inject
    WordIndex(Seals seals) {
        this.seals = seals;
    }

    /**
     * A text.
     *
     * @param weight A to D, as PostgreSQL's ranking counts them: 1, 0.4, 0.2, 0.1
     */
    public record Weighted(char weight, String text) {}

    /**
     * What is kept of some texts.
     *
     * @param vector as PostgreSQL writes a text search vector
     * @param trigrams of each stem, by its fingerprint
     */
    public record Words(String vector, Map<String, Long[]> trigrams) {}

    /** What is kept of some texts of a district, in this order. */
    public Words of(Connection connection, String space, List<Weighted> texts) throws SQLException {
        Map<String, List<String>> positions = new LinkedHashMap<>();
        int offset = 0;
        for (Weighted text : texts) {
            offset = add(connection, text, offset, positions);
        }
        StringBuilder vector = new StringBuilder();
        Map<String, Long[]> trigrams = new LinkedHashMap<>();
        positions.forEach((stem, at) -> {
            String fingerprint = fingerprint(space, stem);
            vector.append('\'')
                    .append(fingerprint)
                    .append("':")
                    .append(String.join(",", at))
                    .append(' ');
            trigrams.put(fingerprint, trigrams(space, stem));
        });
        return new Words(vector.toString(), trigrams);
    }

    private static int add(Connection connection, Weighted text, int offset, Map<String, List<String>> positions)
            throws SQLException {
        int[] last = {offset};
        Query.of("select lexeme, positions from unnest(to_tsvector('english', ?))", text.text())
                .rows(connection, row -> {
                    List<String> of = positions.computeIfAbsent(row.getString(1), stem -> new ArrayList<>());
                    for (Number position : (Number[]) row.getArray(2).getArray()) {
                        int at = Math.min(LAST_POSITION, offset + position.intValue());
                        last[0] = Math.max(last[0], at);
                        if (of.size() < MOST_POSITIONS) {
                            of.add(at + String.valueOf(text.weight()));
                        }
                    }
                    return of;
                });
        // Not beside the next text: a phrase does not run over from one into the other.
        return last[0] + 2;
    }

    /** The stems of some texts, without stop words. */
    public Set<String> stems(Connection connection, Collection<String> texts) throws SQLException {
        Set<String> stems = new LinkedHashSet<>();
        for (String text : texts) {
            stems.addAll(Query.of("select lexeme from unnest(to_tsvector('english', ?))", text)
                    .rows(connection, row -> row.getString(1)));
        }
        return stems;
    }

    /** By which a stem is found in a space: a district, or what all share. */
    public String fingerprint(String space, String stem) {
        return seals.fingerprint(space, "word\n" + stem).substring(0, DIGITS);
    }

    /** The fingerprints of a stem's trigrams, made as pg_trgm makes them: two blanks before, one behind. */
    Long[] trigrams(String space, String stem) {
        String padded = "  " + stem + " ";
        Set<Long> trigrams = new LinkedHashSet<>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            String fingerprint = seals.fingerprint(space, "trigram\n" + padded.substring(i, i + 3));
            trigrams.add(Long.parseUnsignedLong(fingerprint.substring(0, DIGITS), 16));
        }
        Long[] sorted = trigrams.toArray(Long[]::new);
        Arrays.sort(sorted);
        return sorted;
    }
}
