package org.inpractice.learning.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.FailureClosed;
import org.inpractice.learning.failure.FailureEvent.FailureDismissed;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.failure.FailureEvent.FailureTriaged;
import org.inpractice.learning.failure.FailureEvent.ReviewDrafted;
import org.inpractice.learning.failure.FailureEvent.TimelineAdded;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the versions of failures. What was known of one at an instant is the row whose time holds it. */
public final class FailureProjection implements Projection<FailureEvent> {
    private final Seals seals;
    private final AgreedInReviews agreed;

    /** Reads factors to tell which recur; all else it stores sealed, as it came. */
    public FailureProjection(Seals seals) {
        this.seals = seals;
        this.agreed = new AgreedInReviews(seals);
    }

    @Override
    public List<String> tables() {
        return List.of("failure", "failure_factor", "failure_action", "failure_redaction");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FailureEvent>> events) throws SQLException {
        for (Recorded<FailureEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case FailureReported reported -> insert(connection, envelope, reported);
                case FailureTriaged triaged ->
                    next(
                            connection,
                            envelope,
                            """
                            state = 'TRIAGED', review_by = ?, facilitator = coalesce(?, facilitator),
                            triage_note = coalesce(?, triage_note), dismissed_because = null
                            """,
                            triaged.reviewBy(),
                            value(triaged.facilitator()),
                            value(triaged.note()));
                case FailureDismissed dismissed ->
                    next(
                            connection,
                            envelope,
                            "state = 'DISMISSED', dismissed_because = ?",
                            value(dismissed.dismissedBecause()));
                case ReviewDrafted drafted -> draft(connection, envelope, drafted);
                case TimelineAdded added -> add(connection, envelope, added);
                case FailureReviewed reviewed -> review(connection, envelope, reviewed);
                case ActionCompleted completed -> {
                    next(connection, envelope, "state = state");
                    agreed.complete(connection, envelope, completed);
                }
                case FailureClosed closed ->
                    next(
                            connection,
                            envelope,
                            "state = 'CLOSED', closed_at = ?, open_actions_because = ?",
                            envelope.recordedAt(),
                            value(closed.openActionsBecause()));
                case FailureRedacted redacted -> redact(connection, envelope, redacted);
            }
        }
    }

    private static void insert(Connection connection, RecordedEvent envelope, FailureReported reported)
            throws SQLException {
        Query.of(
                        """
                        insert into failure (district_id, failure_id, version, known_from, kind, state, happened_at,
                            what_happened, impact, kept_from_worse, place, site_id, cycle_id, aim_id, measure_id, links,
                            anonymous, reported_at, reported_by)
                        values (?, ?, ?, ?, ?, 'REPORTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        envelope.districtId(),
                        reported.failureId(),
                        envelope.streamVersion(),
                        envelope.recordedAt(),
                        reported.kind().name(),
                        reported.happenedAt(),
                        reported.whatHappened().value(),
                        value(reported.impact()),
                        value(reported.keptFromWorse()),
                        value(reported.where()),
                        reported.siteId(),
                        reported.cycleId(),
                        reported.aimId(),
                        reported.measureId(),
                        values(reported.links()),
                        reported.anonymous(),
                        envelope.recordedAt(),
                        envelope.actor())
                .run(connection);
    }

    private static void draft(Connection connection, RecordedEvent envelope, ReviewDrafted drafted)
            throws SQLException {
        KnownReview before = KnownReview.of(connection, drafted.failureId());
        String content = KnownReview.json(before.content().then(drafted.content()));
        next(connection, envelope, "state = 'IN_REVIEW', review = ?::json", content);
    }

    private static void add(Connection connection, RecordedEvent envelope, TimelineAdded added) throws SQLException {
        List<TimelineEntry> timeline =
                new ArrayList<>(KnownReview.of(connection, added.failureId()).timeline());
        timeline.addAll(added.timeline());
        next(connection, envelope, "state = 'IN_REVIEW', timeline = ?::json", KnownReview.json(timeline));
    }

    private void review(Connection connection, RecordedEvent envelope, FailureReviewed reviewed) throws SQLException {
        next(
                connection,
                envelope,
                "state = 'REVIEWED', reviewed_on = ?, review = ?::json, timeline = ?::json",
                reviewed.reviewedOn(),
                KnownReview.json(reviewed.content()),
                KnownReview.json(ReviewContent.orEmpty(reviewed.timeline())));
        agreed.review(connection, envelope, reviewed);
    }

    private void redact(Connection connection, RecordedEvent envelope, FailureRedacted redacted) throws SQLException {
        // Live they are gone already. After the restore of a backup, a rebuild erases them again.
        seals.eraseAgain(connection, redacted.erasedKeys());
        next(connection, envelope, "state = state");
        Query.of(
                        """
                        insert into failure_redaction (failure_id, version, district_id, reason, fields, redacted_at,
                            redacted_by)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        redacted.failureId(),
                        envelope.streamVersion(),
                        envelope.districtId(),
                        redacted.reason().name(),
                        redacted.fields().toArray(String[]::new),
                        envelope.recordedAt(),
                        envelope.actor())
                .run(connection);
        if (redacted.fields().isEmpty() || redacted.fields().contains(FailureTexts.CONTRIBUTING_FACTORS)) {
            agreed.forgetWords(connection, redacted.failureId());
        }
    }

    /** Ends the present version and begins the next, which is like it but for some columns. */
    private static void next(Connection connection, RecordedEvent envelope, String changes, Object... values)
            throws SQLException {
        UUID failureId = envelope.streamId();
        Query.of(
                        "update failure set known_until = ? where failure_id = ? and known_until = 'infinity'",
                        envelope.recordedAt(),
                        failureId)
                .run(connection);
        Query.of("""
                        insert into failure select district_id, failure_id, ?, ?, 'infinity', kind, state, happened_at,
                            what_happened, impact, kept_from_worse, place, site_id, cycle_id, aim_id, measure_id, links,
                            anonymous, reported_at, reported_by, review_by, facilitator, triage_note, dismissed_because,
                            reviewed_on, review, timeline, closed_at, open_actions_because
                        from failure where failure_id = ? order by version desc limit 1
                        """, envelope.streamVersion(), envelope.recordedAt(), failureId)
                .run(connection);
        Query.of("update failure set " + changes, values)
                .add("where failure_id = ? and version = ?", failureId, envelope.streamVersion())
                .run(connection);
    }

    static String value(SealedText text) {
        return text == null ? null : text.value();
    }

    private static String[] values(List<SealedText> texts) {
        return texts == null ? null : texts.stream().map(SealedText::value).toArray(String[]::new);
    }
}
