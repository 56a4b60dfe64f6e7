package org.inpractice.cycles.portfolio;

import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.portfolio.StallLimitEvent.StallLimitSet;
import org.inpractice.stream.Decider;

/** Any number of days will do; the same again says nothing. */
public final class StallLimitDecider implements Decider<StallLimitSet, Optional<StallLimit>, StallLimitEvent> {
    @Override
    public Optional<StallLimit> initialState() {
        return Optional.empty();
    }

    @Override
    public List<StallLimitEvent> decide(StallLimitSet set, Optional<StallLimit> limit) {
        return evolve(limit, set).equals(limit) ? List.of() : List.of(set);
    }

    @Override
    public Optional<StallLimit> evolve(Optional<StallLimit> limit, StallLimitEvent event) {
        return Optional.of(
                switch (event) {
                    case StallLimitSet set -> new StallLimit(set.days());
                });
    }
}
