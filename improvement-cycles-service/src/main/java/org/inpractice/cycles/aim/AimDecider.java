package org.inpractice.cycles.aim;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.aim.AimEvent.AimMerged;
import org.inpractice.cycles.aim.AimEvent.AimRetired;
import org.inpractice.cycles.aim.AimEvent.AimRevised;
import org.inpractice.cycles.aim.AimEvent.AimSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * An aim says how much, of which measure, for whom, by when; and it can be reached. It ends by being retired or by becoming a
 * part of another: of an active one, so no chain of mergers leads back to where it began.
 */
public final class AimDecider implements Decider<AimDecider.Command, Optional<Aim>, AimEvent> {
    /** What somebody wants with an aim. {@code today} of an end is the latest day that has begun anywhere. */
    public sealed interface Command {
        /** Agree on a new one; {@code today} is the day on which it is agreed. */
        record SetAim(UUID aimId, AimTerms terms, LocalDate today) implements Command {}

        /** Put it differently. */
        record ReviseAim(UUID aimId, AimTerms terms) implements Command {}

        /** Pursue it no more. */
        record RetireAim(LocalDate retiredOn, String reason, LocalDate today) implements Command {}

        /** Pursue it as a part of another one; {@code into} is empty when there is no such aim. */
        record MergeAim(Optional<Aim> into, LocalDate mergedOn, String reason, LocalDate today) implements Command {}
    }

    @Override
    public Optional<Aim> initialState() {
        return Optional.empty();
    }

    @Override
    public List<AimEvent> decide(Command command, Optional<Aim> found) {
        if (command instanceof Command.SetAim set) {
            return List.of(set(set, found));
        }
        Aim aim = found.orElseThrow(
                () -> new Refusal(AimRule.AIM_NOT_SET, "Set the aim first, or look up its id in the list."));
        checkActive(aim, null);
        return switch (command) {
            case Command.SetAim set -> List.of();
            case Command.ReviseAim revise -> {
                checkConsistent(revise.terms());
                AgreedAim agreed = revise.terms().agreed(revise.aimId());
                yield agreed.equals(aim.agreed()) ? List.of() : List.of(new AimRevised(agreed));
            }
            case Command.RetireAim retire -> {
                refuseFuture(retire.retiredOn(), retire.today(), "retiredOn");
                yield List.of(new AimRetired(aim.aimId(), retire.retiredOn(), retire.reason()));
            }
            case Command.MergeAim merge -> List.of(merge(merge, aim));
        };
    }

    private static AimEvent set(Command.SetAim set, Optional<Aim> aim) {
        if (aim.isPresent()) {
            throw new Refusal(AimRule.AIM_ALREADY_SET, "Revise the aim, or set another under a new id.");
        }
        checkConsistent(set.terms());
        if (set.terms().by().isBefore(set.today())) {
            throw new Refusal(
                    AimRule.AIM_DATE_HAS_PASSED,
                    "by",
                    "Send a day that is still to come: by when shall it be reached?");
        }
        return new AimSet(set.terms().agreed(set.aimId()));
    }

    private static AimEvent merge(Command.MergeAim merge, Aim aim) {
        Aim into = merge.into().orElseThrow(() -> unknown("intoAimId"));
        if (into.aimId().equals(aim.aimId())) {
            throw new Refusal(
                    AimRule.AIM_MERGED_INTO_ITSELF,
                    "intoAimId",
                    "Name another aim, or retire this one when nobody pursues it any more.");
        }
        checkActive(into, "intoAimId");
        refuseFuture(merge.mergedOn(), merge.today(), "mergedOn");
        return new AimMerged(aim.aimId(), into.aimId(), merge.mergedOn(), merge.reason());
    }

    /** Refuses what a command wants with an aim that is not pursued as such. */
    static void checkActive(Aim aim, String field) {
        switch (aim.state()) {
            case ACTIVE -> {}
            case RETIRED ->
                throw new Refusal(
                        AimRule.AIM_IS_RETIRED,
                        field,
                        "Set another aim, or name one that is pursued: what was done for a retired one stays as it was.");
            case MERGED ->
                throw new Refusal(
                        AimRule.AIM_IS_MERGED,
                        field,
                        "Use the aim it was merged into; its mergedInto names that one, and work goes on there.");
        }
    }

    static Refusal unknown(String field) {
        return new Refusal(
                AimRule.AIM_UNKNOWN,
                field,
                "Set the aim first, or look its id up in the list of aims: it must be one the district has agreed on.");
    }

    private static void checkConsistent(AimTerms terms) {
        if (new HashSet<>(terms.goalIds()).size() < terms.goalIds().size()) {
            throw new Refusal(AimRule.GOAL_NAMED_TWICE, "goalIds", "Name each goal once.");
        }
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

    private static void refuseFuture(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            throw new Refusal(AimRule.DATE_IN_THE_FUTURE, field, "Send it when the day has come.");
        }
    }

    @Override
    public Optional<Aim> evolve(Optional<Aim> aim, AimEvent event) {
        return Optional.of(
                switch (event) {
                    case AimSet set -> Aim.active(set.aim());
                    case AimRevised revised -> Aim.active(revised.aim());
                    case AimRetired retired ->
                        new Aim(
                                aim.orElseThrow().agreed(),
                                AimState.RETIRED,
                                null,
                                retired.retiredOn(),
                                retired.reason());
                    case AimMerged merged ->
                        new Aim(
                                aim.orElseThrow().agreed(),
                                AimState.MERGED,
                                merged.intoAimId(),
                                merged.mergedOn(),
                                merged.reason());
                });
    }
}
