package org.inpractice.cycles.aim;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Direction;
import org.inpractice.cycles.Known;

/**
 * An aim as readers see it.
 *
 * @param mergedInto the aim it is a part of now
 * @param endedOn since when it is retired or merged
 * @param version its version, also the {@code ETag}
 * @param changedAt when the service last learned of a change
 */
@Schema(name = "Aim")
record AimView(
        UUID aimId,
        long version,
        String statement,
        UUID measureId,
        Direction direction,
        BigDecimal baseline,
        BigDecimal target,
        String population,
        List<String> siteIds,
        LocalDate by,
        String owner,
        UUID teamId,
        List<UUID> goalIds,
        AimState state,
        UUID mergedInto,
        LocalDate endedOn,
        String endedBecause,
        Instant changedAt) {
    static AimView of(Known<Aim> known) {
        Aim aim = known.state();
        AgreedAim agreed = aim.agreed();
        return new AimView(
                agreed.aimId(),
                known.version(),
                agreed.statement(),
                agreed.measureId(),
                agreed.direction(),
                agreed.baseline(),
                agreed.target(),
                agreed.population(),
                agreed.siteIds(),
                agreed.by(),
                agreed.owner(),
                agreed.teamId(),
                agreed.goalIds(),
                aim.state(),
                aim.mergedInto(),
                aim.endedOn(),
                aim.endedBecause(),
                known.changedAt());
    }
}
