package org.inpractice.learning.search;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.inpractice.learning.Query;
import org.inpractice.learning.search.SearchDocument.Part;

/** Reads lessons from what can be found: those of reviews, and what cycle studies say was learned. */
public final class IndexedLessons {
    private static final String LESSONS = """
            (select district_id, document_id, kind, failure_id, cycle_id, site_id, on_date, position, parts, words
                from search_text where kind = 'LESSON'
            union all
            select district_id, document_id, kind, failure_id, cycle_id, site_id, on_date, position, parts, words
                from search_study)
            """;

    private IndexedLessons() {}

    /**
     * A lesson.
     *
     * @param failureId null of a study
     * @param text sealed of a review, as it is of a study
     */
    public record Lesson(
            UUID lessonId, UUID failureId, UUID cycleId, String siteId, LocalDate on, String field, String text) {}

    /** Which lessons; null is any. */
    public record Filter(String siteId, LocalDate from, LocalDate to) {}

    /** What a cycle is about. */
    public record About(
            UUID cycleId, UUID changeIdeaId, UUID aimId, String siteId, List<UUID> measureIds, List<String> texts) {}

    /**
     * A lesson that may help with a cycle, and why.
     *
     * @param words those of the cycle's plan that stand in the lesson or in the report behind it
     */
    public record Like(
            Lesson lesson,
            BigDecimal score,
            boolean sameIdea,
            boolean sameAim,
            boolean sameMeasure,
            boolean sameSite,
            List<String> words,
            int wordsOfPlan) {}

    /** One of a district. */
    public static Optional<Lesson> one(Connection connection, String districtId, UUID lessonId) throws SQLException {
        return Query.of(
                        "select l.* from " + LESSONS + " l where district_id = ? and document_id = ?",
                        districtId,
                        lessonId)
                .first(connection, IndexedLessons::lesson);
    }

    /**
     * The newest first.
     *
     * @param before null on the first page
     */
    public static List<Lesson> newest(
            Connection connection, String districtId, Filter filter, LocalDate before, UUID beforeId, int limit)
            throws SQLException {
        Query query =
                filtered(Query.of("select l.* from " + LESSONS + " l where l.district_id = ?", districtId), filter);
        if (before != null) {
            query.add("and (l.on_date, l.document_id) < (?, ?)", before, beforeId);
        }
        return query.add("order by l.on_date desc, l.document_id desc limit ?", limit)
                .rows(connection, IndexedLessons::lesson);
    }

    /** What a cycle is about; empty when it has not been heard of. */
    public static Optional<About> about(Connection connection, String districtId, UUID cycleId) throws SQLException {
        return Query.of("select * from search_cycle where district_id = ? and cycle_id = ?", districtId, cycleId)
                .first(
                        connection,
                        row -> new About(
                                cycleId,
                                row.getObject("change_idea_id", UUID.class),
                                row.getObject("aim_id", UUID.class),
                                row.getString("site_id"),
                                List.of((UUID[]) row.getArray("measure_ids").getArray()),
                                Stream.of(
                                                row.getString("change_idea"),
                                                row.getString("objective"),
                                                row.getString("prediction"))
                                        .filter(Objects::nonNull)
                                        .toList()));
    }

    /**
     * Lessons of other cycles that may help with one, the most alike first. The score is our choice, and each result tells its
     * parts: 4 for the same change idea, 2 for the same aim, 2 for a common measure, 1 for the same site, and the share of
     * the plan's words that the lesson or the report behind it has. A lesson that has nothing but words in common needs two
     * of them.
     */
    public static List<Like> like(
            Connection connection,
            WordIndex index,
            String districtId,
            About about,
            Filter filter,
            BigDecimal before,
            UUID beforeId,
            int limit)
            throws SQLException {
        Map<String, String> stems = new LinkedHashMap<>();
        for (String stem : index.stems(connection, about.texts())) {
            stems.put(index.fingerprint(districtId, stem), stem);
        }
        Array measures = connection.createArrayOf("uuid", about.measureIds().toArray());
        Query query = Query.of(
                """
                select l.*, c.* from (
                    select l.*, coalesce(c.change_idea_id = ?, false) as same_idea, coalesce(c.aim_id = ?, false) as same_aim,
                        coalesce(c.measure_ids && ?, false) as same_measure, coalesce(l.site_id = ?, false) as same_site,
                        (select coalesce(array_agg(lexeme order by lexeme), '{}')
                            from unnest(l.words || coalesce(r.words, '')) where lexeme = any (?)) as shared
                """,
                about.changeIdeaId(),
                about.aimId(),
                measures,
                about.siteId(),
                stems.keySet().toArray(String[]::new));
        query.add("from " + LESSONS + """
                 l
                left join search_text r on r.district_id = l.district_id and r.document_id = l.failure_id
                left join search_cycle c on c.district_id = l.district_id and c.cycle_id = l.cycle_id
                where l.district_id = ? and l.cycle_id is distinct from ?
                """, districtId, about.cycleId());
        filtered(query, filter);
        query.add("""
                ) l cross join lateral (select 4 * same_idea::int + 2 * same_aim::int + 2 * same_measure::int + same_site::int
                    + case when cardinality(shared) >= 2 then round(cardinality(shared)::numeric / ?, 4) else 0 end
                    as score) c
                where c.score > 0
                """, Math.max(1, stems.size()));
        if (before != null) {
            query.add("and (c.score, l.document_id) < (?, ?)", before, beforeId);
        }
        return query.add("order by c.score desc, l.document_id desc limit ?", limit)
                .rows(connection, row -> like(row, stems));
    }

    private static Query filtered(Query query, Filter filter) {
        return query.addIfPresent("and l.site_id = ?", filter.siteId())
                .addIfPresent("and l.on_date >= ?", filter.from())
                .addIfPresent("and l.on_date <= ?", filter.to());
    }

    private static Like like(ResultSet row, Map<String, String> stems) throws SQLException {
        String[] shared = (String[]) row.getArray("shared").getArray();
        return new Like(
                lesson(row),
                row.getBigDecimal("score"),
                row.getBoolean("same_idea"),
                row.getBoolean("same_aim"),
                row.getBoolean("same_measure"),
                row.getBoolean("same_site"),
                shared.length < 2
                        ? List.of()
                        : Arrays.stream(shared).map(stems::get).sorted().toList(),
                stems.size());
    }

    private static Lesson lesson(ResultSet row) throws SQLException {
        SearchDocument document = SearchRows.document(row);
        Part part = document.parts().getFirst();
        return new Lesson(
                document.documentId(),
                document.failureId(),
                document.cycleId(),
                document.siteId(),
                document.on(),
                part.field(),
                part.text());
    }
}
