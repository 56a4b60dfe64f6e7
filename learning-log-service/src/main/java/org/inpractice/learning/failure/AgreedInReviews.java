package org.inpractice.learning.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.RecordedEvent;

/** What completed reviews agreed on, by factor and by action. Written once, with the review. */
final class AgreedInReviews {
    private final Seals seals;

    AgreedInReviews(Seals seals) {
        this.seals = seals;
    }

    /** How a factor in words is compared: the same words in capitals are the same factor. Does not tell the words. */
    static String factorKey(Seals seals, String districtId, String factor) {
        return seals.fingerprint(districtId, factor.strip().toLowerCase(Locale.ROOT));
    }

    void review(Connection connection, RecordedEvent envelope, FailureReviewed reviewed) throws SQLException {
        UUID failureId = reviewed.failureId();
        Opener opener = seals.opener(connection, envelope.districtId(), List.of(failureId));
        List<String> inWords = ReviewContent.orEmpty(reviewed.content().contributingFactors()).stream()
                .flatMap(factor -> opener.find(failureId, FailureTexts.CONTRIBUTING_FACTORS, factor.value()).stream())
                .map(factor -> factorKey(seals, envelope.districtId(), factor))
                .distinct()
                .toList();
        List<String> codes = ReviewContent.orEmpty(reviewed.content().factors()).stream()
                .distinct()
                .toList();
        insert(connection, envelope, reviewed.reviewedOn(), true, inWords);
        insert(connection, envelope, reviewed.reviewedOn(), false, codes);
        int position = 1;
        for (AgreedAction action : ReviewContent.orEmpty(reviewed.content().actions())) {
            insert(connection, envelope, position++, action);
        }
    }

    private static void insert(
            Connection connection, RecordedEvent envelope, LocalDate reviewedOn, boolean inWords, List<String> keys)
            throws SQLException {
        Query.of(
                        """
                        insert into failure_factor (district_id, factor_key, failure_id, in_words, reviewed_on, known_from)
                        select ?, factor_key, ?::uuid, ?, ?::date, ?::timestamptz from unnest(?) as f(factor_key)
                        """,
                        envelope.districtId(),
                        envelope.streamId(),
                        inWords,
                        reviewedOn,
                        envelope.recordedAt(),
                        keys.toArray(String[]::new))
                .run(connection);
    }

    private static void insert(Connection connection, RecordedEvent envelope, int position, AgreedAction action)
            throws SQLException {
        Query.of(
                        """
                        insert into failure_action (action_id, district_id, failure_id, position, known_from, what, owner,
                            due, measure_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        action.actionId(),
                        envelope.districtId(),
                        envelope.streamId(),
                        position,
                        envelope.recordedAt(),
                        action.what().value(),
                        action.owner().value(),
                        action.due(),
                        action.measureId())
                .run(connection);
    }

    void complete(Connection connection, RecordedEvent envelope, ActionCompleted completed) throws SQLException {
        Query.of(
                        """
                        update failure_action set done = true, done_from = ?, completed_on = ?, result = ?
                        where action_id = ?
                        """,
                        envelope.recordedAt(),
                        completed.completedOn(),
                        FailureProjection.value(completed.result()),
                        completed.actionId())
                .run(connection);
    }

    /** Factors in words were erased, of whatever time; codes are no texts and stay. */
    void forgetWords(Connection connection, UUID failureId) throws SQLException {
        Query.of("delete from failure_factor where failure_id = ? and in_words", failureId)
                .run(connection);
    }
}
