package org.inpractice.learning.action;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.action.ActionEvent.ActionMeasureLinked;
import org.inpractice.learning.action.ActionEvent.ActionReminded;
import org.inpractice.learning.action.ActionEvent.ActionRevised;
import org.inpractice.learning.action.ActionFact.Agreed;
import org.inpractice.learning.action.ActionFact.Completed;
import org.inpractice.learning.action.ActionFact.Reported;
import org.inpractice.learning.action.ActionFact.Reviewed;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the tables {@code action}, a row for each version, and {@code action_failure}. Texts stay sealed. */
final class ActionProjection implements Projection<ActionFact> {
    private static final String COPIED = "failure_id, position, what, owner, owner_revised, owner_key, due, done,"
            + " completed_on, result, measure_id, cycle_id, reason, revisions, reminded_for, reminded_rank, reminded_at";

    private final Seals seals;

    /** Reads owners to tell whose an action is; all else it stores sealed, as it came. */
    ActionProjection(Seals seals) {
        this.seals = seals;
    }

    @Override
    public List<String> tables() {
        return List.of("action", "action_failure");
    }

    @Override
    public void apply(Connection connection, List<Recorded<ActionFact>> facts) throws SQLException {
        for (Recorded<ActionFact> recorded : facts) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case Reported reported -> report(connection, envelope, reported);
                case Reviewed reviewed -> agree(connection, envelope, reviewed);
                case Completed completed ->
                    next(
                            connection,
                            envelope,
                            completed.actionId(),
                            "done = true, completed_on = ?, result = ?",
                            completed.completedOn(),
                            value(completed.result()));
                case ActionRevised revised -> revise(connection, envelope, revised);
                case ActionMeasureLinked linked ->
                    next(
                            connection,
                            envelope,
                            linked.actionId(),
                            "measure_id = ?, cycle_id = ?",
                            linked.measureId(),
                            linked.cycleId());
                case ActionReminded reminded ->
                    next(
                            connection,
                            envelope,
                            reminded.actionId(),
                            "reminded_for = ?, reminded_rank = ?, reminded_at = ?",
                            reminded.due(),
                            Reminder.rank(reminded.kind(), reminded.number()),
                            envelope.recordedAt());
            }
        }
    }

    /** The same owner in capitals is the same owner. Does not tell the words. */
    static String ownerKey(Seals seals, String districtId, String owner) {
        return seals.fingerprint(districtId, "owner\n" + owner.strip().toLowerCase(Locale.ROOT));
    }

    private static void report(Connection connection, RecordedEvent envelope, Reported reported) throws SQLException {
        Query.of(
                        "insert into action_failure (district_id, failure_id, cycle_id, site_id) values (?, ?, ?, ?)",
                        envelope.districtId(),
                        reported.failureId(),
                        reported.cycleId(),
                        reported.siteId())
                .run(connection);
    }

    private void agree(Connection connection, RecordedEvent envelope, Reviewed reviewed) throws SQLException {
        var opener = seals.opener(connection, envelope.districtId(), List.of(reviewed.failureId()));
        for (int i = 0; i < reviewed.actions().size(); i++) {
            Agreed agreed = reviewed.actions().get(i);
            String ownerKey = opener.find(
                            reviewed.failureId(),
                            "actions.owner",
                            agreed.owner().value())
                    .map(owner -> ownerKey(seals, envelope.districtId(), owner))
                    .orElse(null);
            Query.of(
                            """
                            insert into action (district_id, action_id, number, version, known_from, failure_id, position,
                                what, owner, owner_key, due, measure_id)
                            values (?, ?, 1, 0, ?, ?, ?, ?, ?, ?, ?, ?)
                            """,
                            envelope.districtId(),
                            agreed.actionId(),
                            envelope.recordedAt(),
                            reviewed.failureId(),
                            i,
                            agreed.what().value(),
                            agreed.owner().value(),
                            ownerKey,
                            agreed.due(),
                            agreed.measureId())
                    .run(connection);
        }
    }

    private void revise(Connection connection, RecordedEvent envelope, ActionRevised revised) throws SQLException {
        String reason = value(revised.reason());
        if (revised.owner() == null) {
            next(
                    connection,
                    envelope,
                    revised.actionId(),
                    "due = coalesce(?, due), reason = ?, revisions = revisions + 1",
                    revised.due(),
                    reason);
            return;
        }
        String ownerKey = seals.opener(connection, envelope.districtId(), List.of(revised.actionId()))
                .find(revised.actionId(), "owner", revised.owner().value())
                .map(owner -> ownerKey(seals, envelope.districtId(), owner))
                .orElse(null);
        next(
                connection,
                envelope,
                revised.actionId(),
                "due = coalesce(?, due), reason = ?, revisions = revisions + 1, owner = ?, owner_revised = true, owner_key = ?",
                revised.due(),
                reason,
                revised.owner().value(),
                ownerKey);
    }

    /** Adds a version: the one before with some columns set anew. Its number counts what happened, in two streams. */
    private static void next(
            Connection connection, RecordedEvent envelope, UUID actionId, String changes, Object... values)
            throws SQLException {
        long isOwn = envelope.streamId().equals(actionId) ? 1 : 0;
        Query.of(
                        "insert into action (district_id, action_id, number, version, known_from, " + COPIED
                                + ") select district_id, action_id, number + 1, version + ?, ?, " + COPIED
                                + " from action where district_id = ? and action_id = ? and known_until = 'infinity'",
                        isOwn,
                        envelope.recordedAt(),
                        envelope.districtId(),
                        actionId)
                .run(connection);
        Query.of("""
                        update action set known_until = ? where district_id = ? and action_id = ?
                            and known_until = 'infinity'
                            and number < (select max(number) from action where district_id = ? and action_id = ?)
                        """, envelope.recordedAt(), envelope.districtId(), actionId, envelope.districtId(), actionId)
                .run(connection);
        Query.of("update action set " + changes, values)
                .add(
                        "where district_id = ? and action_id = ? and known_until = 'infinity'",
                        envelope.districtId(),
                        actionId)
                .run(connection);
    }

    private static String value(SealedText text) {
        return text == null ? null : text.value();
    }
}
