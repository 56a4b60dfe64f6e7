package org.inpractice.learning.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.inpractice.api.Problems;
import org.inpractice.learning.Query;

/**
 * What somebody looks for, as the index knows it.
 *
 * @param query for a {@code tsquery} over fingerprints
 * @param wanted fingerprints of the words that shall be there, and of those that are like them
 * @param mistyped words that the district's texts do not have and for which similar ones are looked for
 */
record AskedWords(String query, Set<String> wanted, List<String> mistyped) {
    private static final int LONGEST = 200;
    private static final Pattern STEM = Pattern.compile("'((?:[^']|'')*)'");

    /** pg_trgm calls two words similar from here on (its default for {@code pg_trgm.similarity_threshold}). */
    private static final double SIMILAR = 0.3;

    private static final int MOST_SIMILAR = 3;

    /** Of shorter words most share their trigrams with many others. */
    private static final int SHORTEST_MISTYPED = 4;

    /**
     * Reads what was typed as PostgreSQL's {@code websearch_to_tsquery} does: words that shall all be there, {@code "a phrase"},
     * {@code or}, {@code -without}. Whatever was typed is a query; none has a wrong form.
     */
    static AskedWords of(Connection connection, WordIndex index, String districtId, String typed) throws SQLException {
        check(typed);
        Parsed parsed = Query.of("select q::text, querytree(q) from websearch_to_tsquery('english', ?) q", typed)
                .first(connection, row -> new Parsed(row.getString(1), row.getString(2)))
                .orElseThrow();
        if (parsed.query().isEmpty()) {
            throw Problems.invalid(
                    "q",
                    "Send at least one word that tells texts apart; words such as the, and, of are in all of them.");
        }
        if (parsed.tree().isEmpty() || parsed.tree().equals("T")) {
            throw Problems.invalid("q", "Send at least one word that shall be there, without a minus sign before it.");
        }
        Set<String> wanted = new LinkedHashSet<>();
        List<String> mistyped = new ArrayList<>();
        StringBuilder query = new StringBuilder();
        Matcher stem = STEM.matcher(parsed.query());
        while (stem.find()) {
            String word = stem.group(1).replace("''", "'");
            boolean without = stem.start() > 0 && parsed.query().charAt(stem.start() - 1) == '!';
            Set<String> like = new LinkedHashSet<>(List.of(index.fingerprint(districtId, word)));
            if (!without && word.length() >= SHORTEST_MISTYPED && isUnknown(connection, districtId, like)) {
                List<String> similar = swapped(connection, districtId, index, word);
                if (similar.isEmpty()) {
                    similar = similar(connection, districtId, index.trigrams(districtId, word));
                }
                like.addAll(similar);
                if (!similar.isEmpty()) {
                    mistyped.add(word);
                }
            }
            if (!without) {
                wanted.addAll(like);
            }
            stem.appendReplacement(query, "( '" + String.join("' | '", like) + "' )");
        }
        stem.appendTail(query);
        return new AskedWords(query.toString(), wanted, mistyped);
    }

    private record Parsed(String query, String tree) {}

    private static void check(String typed) {
        if (typed == null || typed.isBlank()) {
            throw Problems.invalid("q", "Send the words to look for, for example q=call families.");
        }
        if (typed.length() > LONGEST) {
            throw Problems.invalid("q", "Send up to " + LONGEST + " characters; a few words find more than many.");
        }
        if (typed.chars().anyMatch(Character::isISOControl)) {
            throw Problems.invalid("q", "Send words without control characters.");
        }
    }

    private static boolean isUnknown(Connection connection, String districtId, Set<String> fingerprints)
            throws SQLException {
        String[] words = fingerprints.toArray(String[]::new);
        return Query.of(
                        "select exists (select from search_word where district_id = ? and word = any (?))"
                                + " or exists (select from search_study_word where district_id = ? and word = any (?))",
                        districtId,
                        words,
                        districtId,
                        words)
                .first(connection, row -> !row.getBoolean(1))
                .orElse(true);
    }

    /**
     * Known words in which two neighbouring letters stand the other way round: the commonest slip of quick fingers, and one
     * that leaves a short word hardly a trigram.
     */
    private static List<String> swapped(Connection connection, String districtId, WordIndex index, String word)
            throws SQLException {
        String[] words = IntStream.range(0, word.length() - 1)
                .mapToObj(i -> word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2))
                .map(slip -> index.fingerprint(districtId, slip))
                .toArray(String[]::new);
        return Query.of(
                        "select word from search_word where district_id = ? and word = any (?)"
                                + " union select word from search_study_word where district_id = ? and word = any (?)",
                        districtId,
                        words,
                        districtId,
                        words)
                .rows(connection, row -> row.getString(1));
    }

    private static List<String> similar(Connection connection, String districtId, Long[] trigrams) throws SQLException {
        var asked = connection.createArrayOf("bigint", trigrams);
        return Query.of(
                        """
                        select word from (
                            select distinct word, trigrams from search_word where district_id = ? and trigrams && ?
                            union
                            select distinct word, trigrams from search_study_word where district_id = ? and trigrams && ?) w
                        cross join lateral (
                            select count(*) as shared from unnest(w.trigrams) as t where t = any (?)) s
                        where s.shared >= ? * (cardinality(w.trigrams) + ? - s.shared)
                        order by s.shared::float8 / (cardinality(w.trigrams) + ? - s.shared) desc, word limit ?
                        """,
                        districtId,
                        asked,
                        districtId,
                        asked,
                        asked,
                        SIMILAR,
                        trigrams.length,
                        trigrams.length,
                        MOST_SIMILAR)
                .rows(connection, row -> row.getString(1));
    }
}
