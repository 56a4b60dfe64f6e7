package org.inpractice.learning.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.inpractice.learning.followed.FollowedEvent.CycleDecided;
import org.inpractice.learning.followed.FollowedEvent.FeedbackChanged;
import org.inpractice.learning.followed.FollowedEvent.SignalDetected;
import org.inpractice.learning.followed.Step;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.inpractice.learning.prompt.PromptCommand.Subject;
import org.inpractice.learning.prompt.PromptEvent.Evidence;

/**
 * What of the steps of one cycle asks for a look. Pure.
 *
 * <p>A signal and the verdict that the same data led to are one cause: the verdict becomes evidence of the prompt that the
 * signal opens. A signal on the outcome holds until the verdict is another one than worsened or confounded, one on a
 * balancing measure until the verdict is improved: no event tells that a signal is gone, and these verdicts cannot stand
 * beside one.
 */
final class CycleCauses {
    private static final String WORSENED = "worsened";
    private static final String AT_EXPENSE = "improved_at_expense";
    private static final Set<String> OUTCOME_SIGNAL_MAY_HOLD = Set.of(WORSENED, "confounded");
    private static final String BALANCE_IS_WELL = "improved";

    private final String districtId;
    private final Predicate<Step> isNew;
    private final List<OfData> commands = new ArrayList<>();
    private final Map<UUID, Signal> signals = new LinkedHashMap<>();
    /** The prompt of the last verdict, while that is a bad one and a cause of its own; else null. */
    private UUID badVerdict;

    private CycleCauses(String districtId, Predicate<Step> isNew) {
        this.districtId = districtId;
        this.isNew = isNew;
    }

    private record Signal(UUID causationId, Subject subject, SignalDetected event) {}

    /** What the new ones among the steps say, in their order; the old ones tell what they follow on. */
    static List<OfData> of(String districtId, List<Step> steps, Predicate<Step> isNew) {
        CycleCauses causes = new CycleCauses(districtId, isNew);
        for (Step step : steps) {
            switch (step.event()) {
                case SignalDetected signal -> causes.signal(step, signal);
                case FeedbackChanged feedback -> causes.verdict(step, feedback);
                case CycleDecided decided -> causes.decided(step, decided);
                default -> {}
            }
        }
        if (steps.stream().anyMatch(isNew)) {
            causes.commands.addAll(PredictionCause.of(districtId, steps));
        }
        return causes.commands;
    }

    private void signal(Step step, SignalDetected signal) {
        if (signal.better()) {
            return;
        }
        String key = String.join(
                "|",
                "signal",
                signal.cycleId().toString(),
                signal.measureId().toString(),
                signal.siteId(),
                signal.studentGroup(),
                signal.rule(),
                signal.way(),
                signal.firstPeriod());
        UUID promptId = PromptCommand.idOf(districtId, key);
        Subject subject = new Subject(
                PromptCause.WRONG_WAY_SIGNAL,
                PromptKind.FAILURE,
                signal.cycleId(),
                signal.measureId(),
                signal.siteId(),
                signal.studentGroup(),
                null,
                "The %s measure moved the wrong way: %s".formatted(signal.role(), signal.meaning()));
        signals.put(promptId, new Signal(step.causationId(), subject, signal));
        see(step, new SeeCause(promptId, subject, evidence(step, signal.meaning()), false));
    }

    private void verdict(Step step, FeedbackChanged feedback) {
        UUID before = badVerdict;
        badVerdict = null;
        boolean bad = feedback.verdict().equals(WORSENED) || feedback.verdict().equals(AT_EXPENSE);
        if (bad) {
            UUID sameCause = signalBehind(step, feedback);
            if (sameCause != null) {
                see(
                        step,
                        new SeeCause(
                                sameCause, signals.get(sameCause).subject(), evidence(step, feedback.why()), true));
            } else {
                badVerdict = PromptCommand.idOf(districtId, "verdict|" + step.eventId());
                see(step, new SeeCause(badVerdict, subject(feedback), evidence(step, feedback.why()), false));
            }
        }
        String why = "The verdict is now " + feedback.verdict() + ".";
        if (before != null) {
            see(step, new SeeCauseEnd(before, why, evidence(step, feedback.why())));
        }
        signals.forEach((promptId, signal) -> {
            if (isOver(signal.event(), feedback)) {
                see(step, new SeeCauseEnd(promptId, why, evidence(step, feedback.why())));
            }
        });
    }

    private UUID signalBehind(Step step, FeedbackChanged feedback) {
        String role = feedback.verdict().equals(WORSENED) ? "outcome" : "balancing";
        UUID found = null;
        for (Map.Entry<UUID, Signal> entry : signals.entrySet()) {
            Signal signal = entry.getValue();
            if (step.causationId() != null
                    && step.causationId().equals(signal.causationId())
                    && signal.event().role().equals(role)) {
                found = entry.getKey();
            }
        }
        return found;
    }

    private static boolean isOver(SignalDetected signal, FeedbackChanged feedback) {
        return switch (signal.role()) {
            case "outcome" ->
                signal.measureId().equals(feedback.measureId())
                        && !OUTCOME_SIGNAL_MAY_HOLD.contains(feedback.verdict());
            case "balancing" -> feedback.verdict().equals(BALANCE_IS_WELL);
            default -> false;
        };
    }

    private static Subject subject(FeedbackChanged feedback) {
        boolean worsened = feedback.verdict().equals(WORSENED);
        return new Subject(
                worsened ? PromptCause.WORSENED : PromptCause.IMPROVED_AT_EXPENSE,
                PromptKind.FAILURE,
                feedback.cycleId(),
                feedback.measureId(),
                feedback.siteId(),
                feedback.studentGroup(),
                null,
                worsened
                        ? "The outcome got worse since the change began."
                        : "The outcome improved since the change began, and something else got worse.");
    }

    private void decided(Step step, CycleDecided decided) {
        if (!"abandon".equals(decided.decision())) {
            return;
        }
        UUID promptId = PromptCommand.idOf(districtId, "abandoned|" + decided.cycleId());
        String what = "The team abandoned the change on " + decided.decidedOn() + ".";
        Subject subject = new Subject(
                PromptCause.CYCLE_ABANDONED, PromptKind.FAILURE, decided.cycleId(), null, null, null, null, what);
        see(step, new SeeCause(promptId, subject, evidence(step, what), false));
    }

    private void see(Step step, OfData command) {
        if (isNew.test(step)) {
            commands.add(command);
        }
    }

    static Evidence evidence(Step step, String seen) {
        return new Evidence(step.eventId(), step.source(), step.sequence(), step.wireType(), step.recordedAt(), seen);
    }
}
