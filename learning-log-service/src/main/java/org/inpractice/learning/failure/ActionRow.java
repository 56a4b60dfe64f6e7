package org.inpractice.learning.failure;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
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
}
