package org.inpractice.learning.failure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of {@code failure_action}. Read only. */
@Entity
@Immutable
@Table(name = "failure_action")
public class ActionRow extends PanacheEntityBase {
    @Id
    public UUID actionId;

    public String districtId;
    public UUID failureId;
    public int position;
    public String what;
    public String owner;
    public LocalDate due;
    public UUID measureId;
    public boolean done;
    public LocalDate completedOn;
    public String result;

    /** How it stands on a day. */
    ActionState state(LocalDate today) {
        if (done) {
            return ActionState.DONE;
        }
        return due.isBefore(today) ? ActionState.OVERDUE : ActionState.OPEN;
    }

    /**
     * Actions, what is due first first, what is done last: overdue ones lead.
     *
     * @param state null for all
     */
    static List<ActionRow> dueFirst(String districtId, ActionState state, LocalDate today, After after, int limit) {
        StringBuilder where = new StringBuilder("districtId = :districtId");
        Map<String, Object> values = new HashMap<>(Map.of("districtId", districtId));
        if (state != null) {
            where.append(" and done = :done");
            values.put("done", state == ActionState.DONE);
        }
        if (state == ActionState.OVERDUE) {
            where.append(" and due < :today");
            values.put("today", today);
        }
        if (after != null) {
            where.append(" and (done, due, actionId) > (:afterDone, :afterDue, :afterId)");
            values.put("afterDone", after.done());
            values.put("afterDue", after.due());
            values.put("afterId", after.actionId());
        }
        return ActionRow.<ActionRow>find(where + " order by done, due, actionId", values)
                .range(0, limit - 1)
                .list();
    }

    /** The last row seen. */
    record After(boolean done, LocalDate due, UUID actionId) {}
}
