package org.inpractice.cycles.leadership;

import java.util.List;
import java.util.UUID;

/** The barriers that a review did something about, by id; the barriers' own events say what. */
public record ReviewedBarriers(
        List<UUID> raised, List<UUID> owned, List<UUID> escalated, List<UUID> removed, List<UUID> accepted) {
    /** None. */
    static final ReviewedBarriers NONE = new ReviewedBarriers(null, null, null, null, null);

    /** Copies the lists; an absent one is empty. */
    public ReviewedBarriers {
        raised = raised == null ? List.of() : List.copyOf(raised);
        owned = owned == null ? List.of() : List.copyOf(owned);
        escalated = escalated == null ? List.of() : List.copyOf(escalated);
        removed = removed == null ? List.of() : List.copyOf(removed);
        accepted = accepted == null ? List.of() : List.copyOf(accepted);
    }
}
