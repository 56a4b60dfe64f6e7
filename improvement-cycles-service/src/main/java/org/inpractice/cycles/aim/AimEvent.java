package org.inpractice.cycles.aim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.Direction;
import org.inpractice.stream.EventType;

/** What happens to an aim. Each event tells the whole aim as it is from then on. */
public sealed interface AimEvent {
    /** The aim. */
    UUID aimId();

    /** What shall be achieved, in a sentence. */
    String statement();

    /** The outcome measure. */
    UUID measureId();

    /** Which way it shall move. */
    Direction direction();

    /** Where it stood, or null. */
    BigDecimal baseline();

    /** Where it shall be. */
    BigDecimal target();

    /** For whom. */
    String population();

    /** At which sites; empty for the whole district. */
    List<String> siteIds();

    /** By when. */
    LocalDate by();

    /** Who owns it. */
    String owner();

    /** A team agreed on what it wants to achieve. */
    @EventType(name = "improvement.aim.set")
    record AimSet(
            UUID aimId,
            String statement,
            UUID measureId,
            Direction direction,
            BigDecimal baseline,
            BigDecimal target,
            String population,
            List<String> siteIds,
            LocalDate by,
            String owner)
            implements AimEvent {}

    /** It was put differently; all of it, as it is from now on. */
    @EventType(name = "improvement.aim.revised")
    record AimRevised(
            UUID aimId,
            String statement,
            UUID measureId,
            Direction direction,
            BigDecimal baseline,
            BigDecimal target,
            String population,
            List<String> siteIds,
            LocalDate by,
            String owner)
            implements AimEvent {}
}
