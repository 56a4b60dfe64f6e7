package org.inpractice.cycles.cycle;

import java.time.LocalDate;
import org.inpractice.stream.Refusal;

/** The steps of a cycle come one after the other, and none is told before it has happened. */
final class StepDates {
    private StepDates() {}

    static void refuseFuture(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            throw new Refusal(
                    CycleRule.DATE_IN_THE_FUTURE,
                    field,
                    "Send the day on which it happened; what is still to come belongs in the plan.");
        }
    }

    static void refuseBefore(LocalDate day, LocalDate earliest, String field, String step) {
        if (day.isBefore(earliest)) {
            throw new Refusal(CycleRule.DATES_OUT_OF_ORDER, field, "Send a day on or after that of " + step + ".");
        }
    }
}
