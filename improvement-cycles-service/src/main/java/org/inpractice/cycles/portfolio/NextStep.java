package org.inpractice.cycles.portfolio;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.cycle.CyclePlan;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.Prediction;

/**
 * The next step of the method that a cycle waits for.
 *
 * @param step the word for it
 * @param remedy what to do
 * @param dueOn by when, or null when nobody said
 * @param overdue whether that day is over
 */
@Schema(name = "NextStepOfCycle")
record NextStep(String step, String remedy, LocalDate dueOn, boolean overdue) {
    /** What a cycle waits for on a day; null when it is over. */
    static NextStep of(CycleRecord cycle, LocalDate today) {
        LocalDate end = end(cycle.plan());
        return switch (cycle.state()) {
            case PLANNED -> planned(cycle.plan(), today);
            case STARTED ->
                end != null && end.isBefore(today)
                        ? step("study", "Compare what happened with what was predicted: the test is over.", end, today)
                        : step("do", "Note what happens, then study it when the test ends.", end, today);
            case PAUSED -> step("resume", "Go on trying, or give the cycle up with the reason.", null, today);
            case STUDIED -> step("decide", "Adopt, adapt or abandon what was studied.", null, today);
            case DECIDED, CANCELLED -> null;
        };
    }

    private static NextStep planned(CyclePlan plan, LocalDate today) {
        LocalDate start = plan.plannedStart();
        if (plan.predictions().isEmpty()) {
            return step("predict", "Write down what is expected before the change is tried.", start, today);
        }
        if (plan.measures().isEmpty()) {
            return step("name_measures", "Name the measures that will show whether it helped.", start, today);
        }
        if (end(plan) == null) {
            return step("say_until_when", "Say until when the test runs.", start, today);
        }
        return step("start", "Begin to try the change.", start, today);
    }

    /** The planned end, or the last day by which a prediction shall come true. */
    static LocalDate end(CyclePlan plan) {
        if (plan.plannedEnd() != null) {
            return plan.plannedEnd();
        }
        return plan.predictions().stream()
                .map(Prediction::by)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static NextStep step(String step, String remedy, LocalDate dueOn, LocalDate today) {
        return new NextStep(step, remedy, dueOn, dueOn != null && dueOn.isBefore(today));
    }
}
