package org.inpractice.learning.failure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;
import org.inpractice.learning.failure.FailureAnswers.ActionView;
import org.inpractice.learning.sealing.Opener;

/** A row of {@code failure_action} as it was known at some time, its texts sealed. */
record KnownAction(
        UUID failureId,
        UUID actionId,
        String what,
        String owner,
        LocalDate due,
        UUID measureId,
        boolean done,
        LocalDate completedOn,
        String result) {
    /** The actions of a failure in the order in which they were agreed on, as known at an instant; null for now. */
    static List<KnownAction> of(Connection connection, UUID failureId, Instant asOf) throws SQLException {
        return Query.of("""
                        select action_id, what, owner, due, measure_id, done and (done_from <= ?) is not false as done,
                            completed_on, result
                        from failure_action where failure_id = ?
                        """, asOf, failureId)
                .addIfPresent("and known_from <= ?", asOf)
                .add("order by position")
                .rows(connection, row -> {
                    boolean done = row.getBoolean("done");
                    return new KnownAction(
                            failureId,
                            row.getObject("action_id", UUID.class),
                            row.getString("what"),
                            row.getString("owner"),
                            row.getObject("due", LocalDate.class),
                            row.getObject("measure_id", UUID.class),
                            done,
                            done ? row.getObject("completed_on", LocalDate.class) : null,
                            done ? row.getString("result") : null);
                });
    }

    ActionView view(LocalDate today, Opener opener) {
        ActionState state = done ? ActionState.DONE : due.isBefore(today) ? ActionState.OVERDUE : ActionState.OPEN;
        return new ActionView(
                failureId,
                actionId,
                opener.open(failureId, FailureTexts.ACTIONS_WHAT, what),
                opener.open(failureId, FailureTexts.ACTIONS_OWNER, owner),
                due,
                measureId,
                state,
                completedOn,
                opener.open(failureId, FailureTexts.RESULT, result));
    }
}
