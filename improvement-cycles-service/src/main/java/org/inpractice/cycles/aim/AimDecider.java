package org.inpractice.cycles.aim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.aim.AimEvent.AimRevised;
import org.inpractice.cycles.aim.AimEvent.AimSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** An aim says how much, of which measure, for whom, by when; and it can be reached. */
public final class AimDecider implements Decider<AimDecider.Command, Optional<AimEvent>, AimEvent> {
    /** What somebody wants with an aim. */
    public sealed interface Command {
        /** Agree on a new one; {@code today} is the day on which it is agreed. */
        record SetAim(UUID aimId, AimTerms terms, LocalDate today) implements Command {}

        /** Put it differently. */
        record ReviseAim(UUID aimId, AimTerms terms) implements Command {}
    }

    @Override
    public Optional<AimEvent> initialState() {
        return Optional.empty();
    }

    @Override
    public List<AimEvent> decide(Command command, Optional<AimEvent> aim) {
        return switch (command) {
            case Command.SetAim set -> {
                if (aim.isPresent()) {
                    throw new Refusal(AimRule.AIM_ALREADY_SET, "Revise the aim, or set another under a new id.");
                }
                checkReachable(set.terms());
                if (set.terms().by().isBefore(set.today())) {
                    throw new Refusal(
                            AimRule.AIM_DATE_HAS_PASSED,
                            "by",
                            "Send a day that is still to come: by when shall it be reached?");
                }
                yield List.of(set(set.aimId(), set.terms()));
            }
            case Command.ReviseAim revise -> {
                if (aim.isEmpty()) {
                    throw new Refusal(AimRule.AIM_NOT_SET, "Set the aim first, or look up its id in the list.");
                }
                checkReachable(revise.terms());
                AimRevised revised = revised(revise.aimId(), revise.terms());
                yield says(aim.get(), revised) ? List.of() : List.of(revised);
            }
        };
    }

    private static void checkReachable(AimTerms terms) {
        if (terms.baseline() == null) {
            return;
        }
        boolean reachable = switch (terms.direction()) {
            case INCREASE -> terms.target().compareTo(terms.baseline()) > 0;
            case DECREASE -> terms.target().compareTo(terms.baseline()) < 0;
        };
        if (!reachable) {
            throw new Refusal(
                    AimRule.TARGET_DOES_NOT_FIT_DIRECTION,
                    "target",
                    "Send a target on the wanted side of the baseline, or the other direction.");
        }
    }

    @Override
    public Optional<AimEvent> evolve(Optional<AimEvent> aim, AimEvent event) {
        return Optional.of(event);
    }

    private static AimSet set(UUID aimId, AimTerms terms) {
        return new AimSet(
                aimId,
                terms.statement(),
                terms.measureId(),
                terms.direction(),
                terms.baseline(),
                terms.target(),
                terms.population(),
                terms.siteIds(),
                terms.by(),
                terms.owner());
    }

    private static AimRevised revised(UUID aimId, AimTerms terms) {
        return new AimRevised(
                aimId,
                terms.statement(),
                terms.measureId(),
                terms.direction(),
                terms.baseline(),
                terms.target(),
                terms.population(),
                terms.siteIds(),
                terms.by(),
                terms.owner());
    }

    /** Whether an aim says just what the revision would say. */
    private static boolean says(AimEvent aim, AimRevised revision) {
        return new AimRevised(
                        aim.aimId(),
                        aim.statement(),
                        aim.measureId(),
                        aim.direction(),
                        aim.baseline(),
                        aim.target(),
                        aim.population(),
                        aim.siteIds(),
                        aim.by(),
                        aim.owner())
                .equals(revision);
    }
}
