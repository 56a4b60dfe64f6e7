package org.inpractice.learning.failure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the read tables of failures, reviews and actions. */
public final class FailureProjection implements Projection<FailureEvent> {
    private final Seals seals;

    /** Reads factors to tell which recur; all else it stores sealed, as it came. */
    public FailureProjection(Seals seals) {
        this.seals = seals;
    }

    @Override
    public List<String> tables() {
        return List.of("failure", "failure_factor", "failure_action", "failure_redaction");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FailureEvent>> events) throws SQLException {
        for (Recorded<FailureEvent> recorded : events) {
            switch (recorded.event()) {
                case FailureReported reported -> insert(connection, recorded.envelope(), reported);
                case FailureReviewed reviewed -> review(connection, recorded.envelope(), reviewed);
                case ActionCompleted completed -> complete(connection, recorded.envelope(), completed);
                case FailureRedacted redacted -> redact(connection, recorded.envelope(), redacted);
            }
        }
    }

    /** How a factor is compared: the same words in capitals are the same factor. Does not tell the words. */
    static String factorKey(Seals seals, String districtId, String factor) {
        return seals.fingerprint(districtId, factor.strip().toLowerCase(Locale.ROOT));
    }

    private static void insert(Connection connection, RecordedEvent envelope, FailureReported reported)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into failure (failure_id, district_id, version, kind, state, what_happened, happened_at, impact,
                    kept_from_worse, cycle_id, site_id, reported_at, reported_by)
                values (?, ?, ?, ?, 'REPORTED', ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setObject(1, reported.failureId());
            statement.setString(2, envelope.districtId());
            statement.setLong(3, envelope.streamVersion());
            statement.setString(4, reported.kind().name());
            statement.setString(5, reported.whatHappened().value());
            statement.setObject(6, reported.happenedAt().atOffset(ZoneOffset.UTC));
            statement.setString(7, reported.impact().value());
            statement.setString(8, value(reported.keptFromWorse()));
            statement.setObject(9, reported.cycleId());
            statement.setString(10, reported.siteId());
            statement.setObject(11, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(12, envelope.actor());
            statement.executeUpdate();
        }
    }

    private void review(Connection connection, RecordedEvent envelope, FailureReviewed reviewed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update failure set version = ?, state = 'REVIEWED', reviewed_on = ?,
                    contributing_factors = ?, went_well = ?, lessons = ?
                where failure_id = ?
                """)) {
            statement.setLong(1, envelope.streamVersion());
            statement.setObject(2, reviewed.reviewedOn());
            statement.setArray(3, texts(connection, reviewed.contributingFactors()));
            statement.setArray(4, texts(connection, reviewed.wentWell()));
            statement.setArray(5, texts(connection, reviewed.lessons()));
            statement.setObject(6, reviewed.failureId());
            statement.executeUpdate();
        }
        insertFactors(connection, envelope, reviewed);
        insertActions(connection, envelope, reviewed);
    }

    private void insertFactors(Connection connection, RecordedEvent envelope, FailureReviewed reviewed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into failure_factor (district_id, factor_key, reviewed_on, failure_id)
                select ?, factor_key, ?::date, ?::uuid from unnest(?) as f(factor_key)
                """)) {
            Opener opener = seals.opener(connection, envelope.districtId(), List.of(reviewed.failureId()));
            List<String> keys = reviewed.contributingFactors().stream()
                    .flatMap(factor ->
                            opener
                                    .find(reviewed.failureId(), FailureTexts.CONTRIBUTING_FACTORS, factor.value())
                                    .stream())
                    .map(factor -> factorKey(seals, envelope.districtId(), factor))
                    .distinct()
                    .toList();
            statement.setString(1, envelope.districtId());
            statement.setObject(2, reviewed.reviewedOn());
            statement.setObject(3, reviewed.failureId());
            statement.setArray(4, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    private static void insertActions(Connection connection, RecordedEvent envelope, FailureReviewed reviewed)
            throws SQLException {
        List<AgreedAction> actions = reviewed.actions();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into failure_action (action_id, district_id, failure_id, position, what, owner, due)
                select action_id, ?, ?::uuid, position, what, owner, due
                from unnest(?::uuid[], ?, ?, ?::date[]) with ordinality as a(action_id, what, owner, due, position)
                """)) {
            statement.setString(1, envelope.districtId());
            statement.setObject(2, reviewed.failureId());
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", actions.stream().map(AgreedAction::actionId).toArray()));
            statement.setArray(
                    4,
                    texts(connection, actions.stream().map(AgreedAction::what).toList()));
            statement.setArray(
                    5,
                    texts(connection, actions.stream().map(AgreedAction::owner).toList()));
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "date",
                            actions.stream()
                                    .map(action -> action.due().toString())
                                    .toArray()));
            statement.executeUpdate();
        }
    }

    private static void complete(Connection connection, RecordedEvent envelope, ActionCompleted completed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with completed as (
                    update failure_action set done = true, completed_on = ?, result = ? where action_id = ?
                )
                update failure set version = ? where failure_id = ?
                """)) {
            statement.setObject(1, completed.completedOn());
            statement.setString(2, value(completed.result()));
            statement.setObject(3, completed.actionId());
            statement.setLong(4, envelope.streamVersion());
            statement.setObject(5, completed.failureId());
            statement.executeUpdate();
        }
    }

    private void redact(Connection connection, RecordedEvent envelope, FailureRedacted redacted) throws SQLException {
        // Live they are gone already. After the restore of a backup, a rebuild erases them again.
        seals.eraseAgain(connection, redacted.erasedKeys());
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into failure_redaction (failure_id, version, district_id, reason, fields, redacted_at, redacted_by)
                values (?, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setObject(1, redacted.failureId());
            statement.setLong(2, envelope.streamVersion());
            statement.setString(3, envelope.districtId());
            statement.setString(4, redacted.reason().name());
            statement.setArray(
                    5, connection.createArrayOf("text", redacted.fields().toArray()));
            statement.setObject(6, envelope.recordedAt().atOffset(ZoneOffset.UTC));
            statement.setString(7, envelope.actor());
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("update failure set version = ? where failure_id = ?")) {
            statement.setLong(1, envelope.streamVersion());
            statement.setObject(2, redacted.failureId());
            statement.executeUpdate();
        }
        if (redacted.fields().isEmpty() || redacted.fields().contains(FailureTexts.CONTRIBUTING_FACTORS)) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from failure_factor where failure_id = ?")) {
                statement.setObject(1, redacted.failureId());
                statement.executeUpdate();
            }
        }
    }

    private static Array texts(Connection connection, List<SealedText> texts) throws SQLException {
        return connection.createArrayOf(
                "text", texts.stream().map(SealedText::value).toArray());
    }

    private static String value(SealedText text) {
        return text == null ? null : text.value();
    }
}
