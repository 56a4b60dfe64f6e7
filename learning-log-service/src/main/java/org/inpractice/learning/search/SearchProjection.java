package org.inpractice.learning.search;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.NamedIds;
import org.inpractice.learning.Query;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.search.SearchDocument.Part;
import org.inpractice.learning.search.SearchFact.Redacted;
import org.inpractice.learning.search.SearchFact.Reported;
import org.inpractice.learning.search.SearchFact.Reviewed;
import org.inpractice.learning.search.WordIndex.Weighted;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;

/**
 * Keeps reports, reviews and lessons findable. A text whose key is gone is not indexed, and when one goes its document is
 * indexed anew without it, in the same transaction: a rebuild finds the same and brings nothing back.
 */
final class SearchProjection implements Projection<SearchFact> {
    private final Seals seals;
    private final WordIndex index;

    SearchProjection(Seals seals, WordIndex index) {
        this.seals = seals;
        this.index = index;
    }

    /** The id of a lesson: its review, and its place there. */
    static UUID lessonId(String districtId, UUID failureId, int position) {
        return NamedIds.of("lesson", districtId, failureId, position);
    }

    /** The id of a review as a document. */
    static UUID reviewId(String districtId, UUID failureId) {
        return NamedIds.of("review", districtId, failureId);
    }

    @Override
    public List<String> tables() {
        List<String> tables = new ArrayList<>(SearchRows.OF_FAILURES.tables());
        tables.add("search_failure");
        return tables;
    }

    @Override
    public void apply(Connection connection, List<Recorded<SearchFact>> facts) throws SQLException {
        for (Recorded<SearchFact> recorded : facts) {
            String districtId = recorded.envelope().districtId();
            switch (recorded.event()) {
                case Reported reported -> report(connection, districtId, reported);
                case Reviewed reviewed -> review(connection, districtId, reviewed);
                case Redacted redacted -> redact(connection, districtId, redacted.failureId());
            }
        }
    }

    /** Where a failure happened. */
    private record Place(UUID cycleId, String siteId) {}

    private void report(Connection connection, String districtId, Reported reported) throws SQLException {
        Query.of(
                        "insert into search_failure (district_id, failure_id, cycle_id, site_id) values (?, ?, ?, ?)",
                        districtId,
                        reported.failureId(),
                        reported.cycleId(),
                        reported.siteId())
                .run(connection);
        List<Part> parts = new ArrayList<>();
        add(parts, "whatHappened", 'A', reported.whatHappened());
        add(parts, "impact", 'B', reported.impact());
        add(parts, "keptFromWorse", 'C', reported.keptFromWorse());
        LocalDate on = reported.happenedAt().atOffset(ZoneOffset.UTC).toLocalDate();
        put(
                connection,
                districtId,
                List.of(new SearchDocument(
                        reported.failureId(),
                        SearchKind.REPORT,
                        reported.failureId(),
                        reported.cycleId(),
                        reported.siteId(),
                        on,
                        0,
                        parts)));
    }

    private void review(Connection connection, String districtId, Reviewed reviewed) throws SQLException {
        UUID failureId = reviewed.failureId();
        Place place = Query.of(
                        "select cycle_id, site_id from search_failure where district_id = ? and failure_id = ?",
                        districtId,
                        failureId)
                .first(connection, row -> new Place(row.getObject(1, UUID.class), row.getString(2)))
                .orElse(new Place(null, null));
        List<SearchDocument> documents = new ArrayList<>();
        documents.add(
                document(reviewId(districtId, failureId), SearchKind.REVIEW, reviewed, place, 0, parts(reviewed)));
        for (int i = 0; i < reviewed.lessons().size(); i++) {
            List<Part> lesson = new ArrayList<>();
            add(lesson, "lessons", 'A', reviewed.lessons().get(i));
            documents.add(document(lessonId(districtId, failureId, i), SearchKind.LESSON, reviewed, place, i, lesson));
        }
        put(connection, districtId, documents);
    }

    private static List<Part> parts(Reviewed reviewed) {
        List<Part> parts = new ArrayList<>();
        reviewed.contributingFactors().forEach(text -> add(parts, "contributingFactors", 'A', text));
        add(parts, "expected", 'C', reviewed.expected());
        add(parts, "happened", 'B', reviewed.happened());
        reviewed.timeline().forEach(entry -> add(parts, "timeline.what", 'C', entry.what()));
        reviewed.actions().forEach(action -> add(parts, "actions.what", 'B', action.what()));
        reviewed.wentWell().forEach(text -> add(parts, "wentWell", 'C', text));
        reviewed.luck().forEach(text -> add(parts, "luck", 'C', text));
        reviewed.stillUnknown().forEach(text -> add(parts, "stillUnknown", 'C', text));
        return parts;
    }

    private static SearchDocument document(
            UUID id, SearchKind kind, Reviewed reviewed, Place place, int position, List<Part> parts) {
        return new SearchDocument(
                id,
                kind,
                reviewed.failureId(),
                place.cycleId(),
                place.siteId(),
                reviewed.reviewedOn(),
                position,
                parts);
    }

    private void redact(Connection connection, String districtId, UUID failureId) throws SQLException {
        put(connection, districtId, SearchRows.OF_FAILURES.ofFailure(connection, districtId, failureId));
    }

    /** Documents of one failure, without the texts that are gone; one that has none left is not there. */
    private void put(Connection connection, String districtId, List<SearchDocument> documents) throws SQLException {
        if (documents.isEmpty()) {
            return;
        }
        Opener opener = seals.opener(
                connection, districtId, List.of(documents.getFirst().failureId()));
        for (SearchDocument document : documents) {
            List<Part> there = new ArrayList<>();
            List<Weighted> texts = new ArrayList<>();
            for (Part part : document.parts()) {
                opener.find(document.failureId(), part.field(), part.text()).ifPresent(text -> {
                    there.add(part);
                    texts.add(new Weighted(part.weight(), text));
                });
            }
            if (there.isEmpty()) {
                SearchRows.OF_FAILURES.remove(connection, districtId, document.documentId());
            } else {
                SearchRows.OF_FAILURES.put(
                        connection, districtId, document.with(there), index.of(connection, districtId, texts));
            }
        }
    }

    private static void add(List<Part> parts, String field, char weight, SealedText text) {
        if (text != null) {
            parts.add(new Part(field, weight, text.value()));
        }
    }
}
