package org.inpractice.measurement.disclosure;

import java.util.List;
import org.inpractice.measurement.disclosure.ThresholdEvent.ThresholdSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a district's threshold: it may be stricter than the legal default, never laxer. Its state is null until set. */
final class ThresholdDecider implements Decider<ThresholdCommand, Integer, ThresholdEvent> {
    /** Beyond it no school would show a number; it is a slip of the keyboard. */
    static final int STRICTEST = 1_000;

    @Override
    public Integer initialState() {
        return null;
    }

    @Override
    public List<ThresholdEvent> decide(ThresholdCommand command, Integer fewerThan) {
        if (command.fewerThan() < command.legalDefault() || command.fewerThan() > STRICTEST) {
            throw new Refusal(
                    ThresholdRule.SUPPRESSION_THRESHOLD_OUT_OF_RANGE,
                    "fewerThan",
                    "Send %d to %d: a district may be stricter than the rule, not laxer."
                            .formatted(command.legalDefault(), STRICTEST));
        }
        int before = fewerThan == null ? command.legalDefault() : fewerThan;
        return before == command.fewerThan()
                ? List.of()
                : List.of(new ThresholdSet(command.fewerThan(), command.reason()));
    }

    @Override
    public Integer evolve(Integer fewerThan, ThresholdEvent event) {
        return switch (event) {
            case ThresholdSet set -> set.fewerThan();
        };
    }
}
