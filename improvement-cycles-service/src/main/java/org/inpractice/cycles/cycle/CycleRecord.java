package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.cycle.CycleEvent.CycleCancelled;
import org.inpractice.cycles.cycle.CycleEvent.CycleDecided;
import org.inpractice.cycles.cycle.CycleEvent.CycleNoted;
import org.inpractice.cycles.cycle.CycleEvent.CyclePaused;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanRevised;
import org.inpractice.cycles.cycle.CycleEvent.CyclePlanned;
import org.inpractice.cycles.cycle.CycleEvent.CycleResumed;
import org.inpractice.cycles.cycle.CycleEvent.CycleStandardised;
import org.inpractice.cycles.cycle.CycleEvent.CycleStarted;
import org.inpractice.cycles.cycle.CycleEvent.CycleStudied;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;

/**
 * All that is known of a cycle, but for the words of its notes: what its events say together, with the events that say it.
 *
 * @param plan as it stands
 * @param startedOn null before the start
 * @param study null before it
 * @param decision null before it; with the standard work as it was put last
 * @param cancelled null while it was not given up
 * @param notes how many of each kind
 * @param marks the events behind, in order; of notes only the first
 */
public record CycleRecord(
        CyclePlan plan,
        CycleState state,
        LocalDate startedOn,
        CycleStudied study,
        CycleDecided decision,
        CycleCancelled cancelled,
        List<TaskDone> done,
        List<OnHold> pauses,
        NoteCounts notes,
        List<Mark> marks) {
    /** Copies the lists. */
    public CycleRecord {
        done = done == null ? List.of() : List.copyOf(done);
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
        notes = notes == null ? new NoteCounts(0, 0, 0) : notes;
        marks = marks == null ? List.of() : List.copyOf(marks);
    }

    /** A time on hold; {@code until} is null while it lasts. */
    public record OnHold(String reason, LocalDate on, LocalDate until) {}

    /** How many notes of each kind. */
    public record NoteCounts(int observations, int deviations, int unexpected) {
        NoteCounts with(NoteKind kind) {
            return kind == NoteKind.DEVIATION
                    ? new NoteCounts(observations, deviations + 1, unexpected)
                    : kind == NoteKind.UNEXPECTED
                            ? new NoteCounts(observations, deviations, unexpected + 1)
                            : new NoteCounts(observations + 1, deviations, unexpected);
        }

        /** All of them. */
        public int all() {
            return observations + deviations + unexpected;
        }
    }

    /** What an event was for a cycle. */
    public enum Step {
        /** The first plan. */
        @JsonProperty("planned")
        PLANNED,
        /** A plan with other predictions than before, the first ones among them. */
        @JsonProperty("predicted")
        PREDICTED,
        /** The start. */
        @JsonProperty("started")
        STARTED,
        /** The first note. */
        @JsonProperty("noted")
        NOTED,
        /** The study. */
        @JsonProperty("studied")
        STUDIED,
        /** The decision. */
        @JsonProperty("decided")
        DECIDED,
        /** The first standard work. */
        @JsonProperty("standardised")
        STANDARDISED,
        /** Given up. */
        @JsonProperty("cancelled")
        CANCELLED
    }

    /**
     * An event behind what is known.
     *
     * @param sequence in this service's stream of the district
     * @param occurredAt when it happened, as people said
     * @param recordedAt when the service learned it
     */
    public record Mark(Step step, UUID eventId, long sequence, Instant occurredAt, Instant recordedAt, String actor) {}

    /** Where an event stands. */
    record Position(UUID eventId, long sequence, Instant occurredAt, Instant recordedAt, String actor) {
        Mark as(Step step) {
            return new Mark(step, eventId, sequence, occurredAt, recordedAt, actor);
        }
    }

    /** What is known after an event; {@code before} is null before the first. */
    static CycleRecord after(CycleRecord before, CycleEvent event, Position at) {
        return switch (event) {
            case CyclePlanned planned -> planned(planned.plan(), at);
            case CyclePlanRevised revised -> before.planned(revised, at);
            case CycleStarted started ->
                before.in(CycleState.STARTED, started.startedOn()).marked(at.as(Step.STARTED));
            case CycleNoted noted -> before.noted(noted, at);
            case TaskDone done -> before.with(done);
            case CyclePaused paused ->
                before.in(CycleState.PAUSED, before.startedOn)
                        .onHold(append(before.pauses, new OnHold(paused.reason(), paused.on(), null)));
            case CycleResumed resumed ->
                before.in(CycleState.STARTED, before.startedOn).until(resumed.on());
            case CycleCancelled cancelled ->
                before.ended(CycleState.CANCELLED, before.study, before.decision, cancelled)
                        .marked(at.as(Step.CANCELLED));
            case CycleStudied studied ->
                before.ended(CycleState.STUDIED, studied, null, null).marked(at.as(Step.STUDIED));
            case CycleDecided decided -> {
                CycleRecord after = before.ended(CycleState.DECIDED, before.study, decided, null)
                        .marked(at.as(Step.DECIDED));
                yield decided.standardWork() == null ? after : after.marked(at.as(Step.STANDARDISED));
            }
            case CycleStandardised standard -> before.standardised(standard, at);
        };
    }

    private static CycleRecord planned(CyclePlan plan, Position at) {
        CycleRecord planned = new CycleRecord(plan, CycleState.PLANNED, null, null, null, null, null, null, null, null)
                .marked(at.as(Step.PLANNED));
        return plan.predictions().isEmpty() ? planned : planned.marked(at.as(Step.PREDICTED));
    }

    private CycleRecord planned(CyclePlanRevised revised, Position at) {
        CycleRecord planned = new CycleRecord(
                revised.plan(), state, startedOn, study, decision, cancelled, done, pauses, notes, marks);
        boolean same = revised.plan().predictions().equals(plan.predictions());
        return same ? planned : planned.marked(at.as(Step.PREDICTED));
    }

    private CycleRecord in(CycleState now, LocalDate start) {
        return new CycleRecord(plan, now, start, study, decision, cancelled, done, pauses, notes, marks);
    }

    private CycleRecord noted(CycleNoted noted, Position at) {
        CycleRecord after = new CycleRecord(
                plan, state, startedOn, study, decision, cancelled, done, pauses, notes.with(noted.kind()), marks);
        return notes.all() == 0 ? after.marked(at.as(Step.NOTED)) : after;
    }

    private CycleRecord with(TaskDone task) {
        return new CycleRecord(
                plan, state, startedOn, study, decision, cancelled, append(done, task), pauses, notes, marks);
    }

    private CycleRecord onHold(List<OnHold> holds) {
        return new CycleRecord(plan, state, startedOn, study, decision, cancelled, done, holds, notes, marks);
    }

    private CycleRecord until(LocalDate on) {
        List<OnHold> holds = new ArrayList<>(pauses);
        OnHold last = holds.removeLast();
        holds.add(new OnHold(last.reason(), last.on(), on));
        return onHold(holds);
    }

    private CycleRecord ended(CycleState now, CycleStudied studied, CycleDecided decided, CycleCancelled gaveUp) {
        return new CycleRecord(plan, now, startedOn, studied, decided, gaveUp, done, pauses, notes, marks);
    }

    private CycleRecord standardised(CycleStandardised standard, Position at) {
        CycleRecord after = ended(
                state,
                study,
                new CycleDecided(
                        decision.cycleId(),
                        decision.decision(),
                        decision.rationale(),
                        decision.decidedOn(),
                        decision.nextCycleId(),
                        standard.standardWork(),
                        standard.scaling(),
                        decision.known()),
                cancelled);
        return decision.standardWork() == null ? after.marked(at.as(Step.STANDARDISED)) : after;
    }

    private CycleRecord marked(Mark mark) {
        return new CycleRecord(
                plan, state, startedOn, study, decision, cancelled, done, pauses, notes, append(marks, mark));
    }

    private static <T> List<T> append(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
