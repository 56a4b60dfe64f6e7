package org.inpractice.cycles.aim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.Direction;

/**
 * The whole of an aim, as its events tell it.
 *
 * @param statement what shall be achieved, in a sentence
 * @param measureId the outcome measure
 * @param direction which way it shall move
 * @param baseline where it stood, or null
 * @param target where it shall be
 * @param population for whom
 * @param siteIds at which sites; empty for the whole district
 * @param by by when
 * @param owner who owns it
 * @param teamId the team that works on it, or null
 * @param goalIds the district's goals it serves
 */
public record AgreedAim(
        UUID aimId,
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
        List<UUID> goalIds) {
    /** Copies the lists. */
    public AgreedAim {
        siteIds = siteIds == null ? List.of() : List.copyOf(siteIds);
        goalIds = goalIds == null ? List.of() : List.copyOf(goalIds);
    }
}
