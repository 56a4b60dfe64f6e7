package org.inpractice.learning.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.followed.FollowedEvent.FeedbackChanged;
import org.inpractice.learning.followed.FollowedEvent.SignalDetected;
import org.inpractice.learning.followed.Step;

/**
 * What feedback has said of an action's measure since the action was done. It says what was seen after, never that the
 * action did it.
 *
 * @param since the day it was done
 * @param latest what was said last; absent while nothing was
 * @param told all that was said, the last first: verdicts on cycles that the measure decides, and signals on it
 */
@Schema(name = "ActionEffect")
public record ActionEffect(
        UUID actionId, UUID measureId, UUID cycleId, EffectState state, LocalDate since, Said latest, List<Said> told) {

    /** Whether there is an answer. */
    public enum EffectState {
        /** No measure is linked. */
        @JsonProperty("no_measure")
        NO_MEASURE,
        /** The action is not done: nothing can be its effect. */
        @JsonProperty("not_done")
        NOT_DONE,
        /** Feedback has said nothing of the measure since. */
        @JsonProperty("waiting")
        WAITING,
        /** It has. */
        @JsonProperty("answered")
        ANSWERED
    }

    /**
     * A verdict or a signal.
     *
     * @param verdict absent of a signal
     * @param better of a signal: whether that is the good way
     */
    @Schema(name = "ActionEffectSaid")
    public record Said(
            UUID eventId, String type, UUID cycleId, Instant at, String verdict, Boolean better, String why) {}

    static ActionEffect of(KnownAction action, List<Step> steps) {
        List<Said> told = new ArrayList<>();
        if (action.completedOn() != null) {
            for (Step step : steps) {
                LocalDate on = step.occurredAt().atOffset(ZoneOffset.UTC).toLocalDate();
                if (!on.isBefore(action.completedOn())) {
                    add(told, step, action.cycleId());
                }
            }
        }
        told.sort(Comparator.comparing(Said::at).reversed());
        return new ActionEffect(
                action.actionId(),
                action.measureId(),
                action.cycleId(),
                state(action, told),
                action.completedOn(),
                told.isEmpty() ? null : told.getFirst(),
                told);
    }

    private static void add(List<Said> told, Step step, UUID onlyCycleId) {
        Said said = switch (step.event()) {
            case FeedbackChanged feedback ->
                new Said(
                        step.eventId(),
                        step.wireType(),
                        feedback.cycleId(),
                        step.occurredAt(),
                        feedback.verdict(),
                        null,
                        feedback.why());
            case SignalDetected signal ->
                new Said(
                        step.eventId(),
                        step.wireType(),
                        signal.cycleId(),
                        step.occurredAt(),
                        null,
                        signal.better(),
                        signal.meaning());
            default -> null;
        };
        if (said != null && (onlyCycleId == null || onlyCycleId.equals(said.cycleId()))) {
            told.add(said);
        }
    }

    private static EffectState state(KnownAction action, List<Said> told) {
        if (action.measureId() == null) {
            return EffectState.NO_MEASURE;
        }
        if (!action.done()) {
            return EffectState.NOT_DONE;
        }
        return told.isEmpty() ? EffectState.WAITING : EffectState.ANSWERED;
    }
}
