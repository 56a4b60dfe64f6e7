package org.inpractice.learning.action;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.sealing.Opener;

/**
 * An action as it stands, or was known to stand.
 *
 * @param daysOverdue absent unless it is overdue
 * @param revisedBecause the reason of the last revision
 * @param revisions how often day or owner were revised
 * @param remindedAt when the clock reminded of it last
 * @param measureId the measure on which its effect shall show
 * @param cycleId the cycle whose feedback answers
 */
@Schema(name = "ActionNow")
public record ActionView(
        UUID failureId,
        UUID actionId,
        String what,
        String owner,
        LocalDate due,
        ActionState state,
        Long daysOverdue,
        LocalDate completedOn,
        String result,
        String revisedBecause,
        int revisions,
        Instant remindedAt,
        UUID measureId,
        UUID cycleId,
        long version) {
    static ActionView of(KnownAction action, LocalDate today, Opener opener) {
        boolean overdue = !action.done() && action.due().isBefore(today);
        ActionState open = overdue ? ActionState.OVERDUE : ActionState.OPEN;
        return new ActionView(
                action.failureId(),
                action.actionId(),
                opener.open(action.failureId(), "actions.what", action.what()),
                action.ownerRevised()
                        ? opener.open(action.actionId(), "owner", action.owner())
                        : opener.open(action.failureId(), "actions.owner", action.owner()),
                action.due(),
                action.done() ? ActionState.DONE : open,
                overdue ? ChronoUnit.DAYS.between(action.due(), today) : null,
                action.completedOn(),
                opener.open(action.failureId(), "result", action.result()),
                opener.open(action.actionId(), "reason", action.reason()),
                action.revisions(),
                action.remindedAt(),
                action.measureId(),
                action.cycleId(),
                action.version());
    }
}
