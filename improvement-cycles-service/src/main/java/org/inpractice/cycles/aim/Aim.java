package org.inpractice.cycles.aim;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An aim as it stands.
 *
 * @param mergedInto the aim it is a part of now; null unless merged
 * @param endedOn since when it is not pursued as such; null while active
 * @param endedBecause why
 */
public record Aim(AgreedAim agreed, AimState state, UUID mergedInto, LocalDate endedOn, String endedBecause) {
    static Aim active(AgreedAim agreed) {
        return new Aim(agreed, AimState.ACTIVE, null, null, null);
    }

    /** Its id. */
    public UUID aimId() {
        return agreed.aimId();
    }
}
