package org.inpractice.cycles.barrier;

import java.util.List;
import java.util.UUID;

/**
 * What a barrier is.
 *
 * @param kindInWords the district's own word; there exactly when the kind is {@code other}
 * @param aimIds the aims it holds up
 * @param cycleIds the cycles it holds up
 */
public record BarrierTerms(String what, BarrierKind kind, String kindInWords, List<UUID> aimIds, List<UUID> cycleIds) {
    /** Copies the lists; an absent one is empty. */
    public BarrierTerms {
        aimIds = aimIds == null ? List.of() : List.copyOf(aimIds);
        cycleIds = cycleIds == null ? List.of() : List.copyOf(cycleIds);
    }
}
