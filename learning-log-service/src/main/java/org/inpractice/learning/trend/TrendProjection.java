package org.inpractice.learning.trend;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.learning.trend.TrendFact.Agreed;
import org.inpractice.learning.trend.TrendFact.Completed;
import org.inpractice.learning.trend.TrendFact.Dismissed;
import org.inpractice.learning.trend.TrendFact.Redacted;
import org.inpractice.learning.trend.TrendFact.Reported;
import org.inpractice.learning.trend.TrendFact.Reviewed;
import org.inpractice.learning.trend.TrendFact.Triaged;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps what is counted over time: failures, their factors and actions, each with the instants from which it was known. */
final class TrendProjection implements Projection<TrendFact> {
    static final String FACTORS = "contributingFactors";

    private final Seals seals;

    /** Reads factors in words to tell which recur, and keeps them sealed. */
    TrendProjection(Seals seals) {
        this.seals = seals;
    }

    @Override
    public List<String> tables() {
        return List.of("trend_failure", "trend_factor", "trend_action");
    }

    @Override
    public void apply(Connection connection, List<Recorded<TrendFact>> facts) throws SQLException {
        for (Recorded<TrendFact> recorded : facts) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case Reported reported -> report(connection, envelope, reported);
                case Reviewed reviewed -> review(connection, envelope, reviewed);
                case Completed completed ->
                    Query.of(
                                    "update trend_action set completed_on = ?, done_from = ?"
                                            + " where district_id = ? and action_id = ?",
                                    completed.completedOn(),
                                    envelope.recordedAt(),
                                    envelope.districtId(),
                                    completed.actionId())
                            .run(connection);
                case Dismissed dismissed ->
                    change(connection, envelope, dismissed, "dismissed_at = ?, taken_up_at = null");
                case Triaged triaged -> change(connection, envelope, triaged, "taken_up_at = ?");
                case Redacted redacted -> redact(connection, envelope, redacted);
            }
        }
    }

    private static void change(Connection connection, RecordedEvent envelope, TrendFact fact, String changes)
            throws SQLException {
        Query.of("update trend_failure set " + changes, envelope.recordedAt())
                .add("where district_id = ? and failure_id = ?", envelope.districtId(), fact.failureId())
                .run(connection);
    }

    private static void report(Connection connection, RecordedEvent envelope, Reported reported) throws SQLException {
        Query.of(
                        """
                        insert into trend_failure (district_id, failure_id, kind, happened_on, reported_at, cycle_id, site_id)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        envelope.districtId(),
                        reported.failureId(),
                        reported.kind(),
                        reported.happenedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                        envelope.recordedAt(),
                        reported.cycleId(),
                        reported.siteId())
                .run(connection);
    }

    private void review(Connection connection, RecordedEvent envelope, Reviewed reviewed) throws SQLException {
        Query.of(
                        "update trend_failure set reviewed_on = ?, reviewed_at = ?"
                                + " where district_id = ? and failure_id = ?",
                        reviewed.reviewedOn(),
                        envelope.recordedAt(),
                        envelope.districtId(),
                        reviewed.failureId())
                .run(connection);
        for (String code : reviewed.factors()) {
            factor(connection, envelope, reviewed, "code:" + code, code, null);
        }
        Opener opener = seals.opener(connection, envelope.districtId(), List.of(reviewed.failureId()));
        for (SealedText sealed : reviewed.contributingFactors()) {
            String words =
                    opener.find(reviewed.failureId(), FACTORS, sealed.value()).orElse(null);
            if (words != null) {
                factor(connection, envelope, reviewed, key(envelope.districtId(), words), null, sealed.value());
            }
        }
        for (Agreed action : reviewed.actions()) {
            Query.of(
                            "insert into trend_action (district_id, action_id, failure_id, known_from) values (?, ?, ?, ?)",
                            envelope.districtId(),
                            action.actionId(),
                            reviewed.failureId(),
                            envelope.recordedAt())
                    .run(connection);
        }
    }

    /** The same words in capitals are the same factor. Does not tell the words. */
    private String key(String districtId, String words) {
        return "words:"
                + seals.fingerprint(
                        districtId,
                        "factor\n" + words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
    }

    private static void factor(
            Connection connection, RecordedEvent envelope, Reviewed reviewed, String key, String code, String sealed)
            throws SQLException {
        Query.of(
                        """
                        insert into trend_factor (district_id, failure_id, factor_key, code, words, reviewed_on, known_from)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        envelope.districtId(),
                        reviewed.failureId(),
                        key,
                        code,
                        sealed,
                        reviewed.reviewedOn(),
                        envelope.recordedAt())
                .run(connection);
    }

    /** A factor whose words are gone is not counted any more: nobody could say what recurs. A rebuild finds the same. */
    private void redact(Connection connection, RecordedEvent envelope, Redacted redacted) throws SQLException {
        UUID failureId = redacted.failureId();
        Opener opener = seals.opener(connection, envelope.districtId(), List.of(failureId));
        List<String> gone = Query.of(
                        "select words from trend_factor where district_id = ? and failure_id = ? and words is not null",
                        envelope.districtId(),
                        failureId)
                .rows(connection, row -> row.getString(1))
                .stream()
                .filter(words -> opener.find(failureId, FACTORS, words).isEmpty())
                .toList();
        Query.of(
                        "delete from trend_factor where district_id = ? and failure_id = ? and words = any (?)",
                        envelope.districtId(),
                        failureId,
                        gone.toArray(String[]::new))
                .run(connection);
    }
}
