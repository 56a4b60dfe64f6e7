package org.inpractice.learning.search;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.SearchDocument.Part;
import org.inpractice.learning.search.SearchResource.Found;
import org.inpractice.learning.search.SearchResource.Snippet;

/** Finds texts of a district, best first. */
@Singleton
public class SearchReading {
    private final WordIndex index;
    private final Seals seals;

    @Inject
    SearchReading(WordIndex index, Seals seals) {
        this.index = index;
        this.seals = seals;
    }

    /** Which texts; null is any. */
    record Filter(SearchKind kind, String siteId, UUID cycleId, LocalDate from, LocalDate to) {}

    /**
     * The last one seen.
     *
     * @param rank as PostgreSQL wrote it, so that it compares equal
     */
    record After(String rank, UUID documentId) {}

    /** What was found, with its rank as PostgreSQL wrote it. */
    record Ranked(Found found, String rank) {}

    private record Hit(SearchDocument document, String rank) {}

    /** What was typed, for texts that are indexed in a space: to be matched with their words as a {@code tsquery}. */
    public String query(Connection connection, String space, String typed) throws SQLException {
        return AskedWords.of(connection, index, space, typed).query();
    }

    AskedWords asked(Connection connection, String districtId, String typed) throws SQLException {
        return AskedWords.of(connection, index, districtId, typed);
    }

    List<Ranked> page(Connection connection, String districtId, AskedWords asked, Filter filter, After after, int limit)
            throws SQLException {
        Query query = Query.of("select *, rank::text as rank_text from (");
        matching(query, "search_text", districtId, asked, filter).add("union all");
        matching(query, "search_study", districtId, asked, filter).add(") as found where true");
        if (after != null) {
            query.add("and (-rank, document_id) > (-?::real, ?)", after.rank(), after.documentId());
        }
        List<Hit> hits = query.add("order by -rank, document_id limit ?", limit)
                .rows(connection, row -> new Hit(SearchRows.document(row), row.getString("rank_text")));
        return shown(connection, districtId, asked, hits);
    }

    /** By cover density: words that stand close together count more (Clarke, Cormack and Tudhope 1999, in PostgreSQL). */
    private static Query matching(Query query, String table, String districtId, AskedWords asked, Filter filter) {
        return query.add(
                        "select district_id, document_id, kind, failure_id, cycle_id, site_id, on_date, position, parts,"
                                + " ts_rank_cd(words, ?::tsquery) as rank from "
                                + table + " where district_id = ? and words @@ ?::tsquery",
                        asked.query(),
                        districtId,
                        asked.query())
                .addIfPresent(
                        "and kind = ?",
                        filter.kind() == null ? null : filter.kind().name())
                .addIfPresent("and site_id = ?", filter.siteId())
                .addIfPresent("and cycle_id = ?", filter.cycleId())
                .addIfPresent("and on_date >= ?", filter.from())
                .addIfPresent("and on_date <= ?", filter.to());
    }

    private List<Ranked> shown(Connection connection, String districtId, AskedWords asked, List<Hit> hits)
            throws SQLException {
        List<UUID> failures = hits.stream()
                .map(hit -> hit.document().failureId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Opener opener = seals.opener(connection, districtId, failures);
        List<List<Part>> opened =
                hits.stream().map(hit -> opened(opener, hit.document())).toList();
        List<String> texts =
                opened.stream().flatMap(List::stream).map(Part::text).toList();
        Highlights highlights = Highlights.of(connection, index, districtId, asked.wanted(), texts);
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            ranked.add(new Ranked(
                    found(hits.get(i), snippets(opened.get(i), highlights)),
                    hits.get(i).rank()));
        }
        return ranked;
    }

    private static List<Part> opened(Opener opener, SearchDocument document) {
        if (document.failureId() == null) {
            return document.parts();
        }
        return document.parts().stream()
                .map(part -> new Part(
                        part.field(), part.weight(), opener.open(document.failureId(), part.field(), part.text())))
                .toList();
    }

    /** The texts in which a wanted word stands; where PostgreSQL saw one and we do not, the first text. */
    private static List<Snippet> snippets(List<Part> parts, Highlights highlights) {
        List<Part> hit =
                parts.stream().filter(part -> highlights.isIn(part.text())).toList();
        return (hit.isEmpty() ? parts.subList(0, 1) : hit)
                .stream()
                        .map(part -> new Snippet(part.field(), highlights.html(part.text())))
                        .toList();
    }

    private static Found found(Hit hit, List<Snippet> snippets) {
        SearchDocument document = hit.document();
        return new Found(
                document.kind(),
                document.kind() == SearchKind.LESSON ? document.documentId() : null,
                document.failureId(),
                document.cycleId(),
                document.siteId(),
                document.on(),
                snippets);
    }
}
