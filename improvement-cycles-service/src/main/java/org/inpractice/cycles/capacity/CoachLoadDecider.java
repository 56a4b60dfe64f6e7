package org.inpractice.cycles.capacity;

import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.capacity.CoachLoadEvent.CoachLoadSet;
import org.inpractice.stream.Decider;

/** A load may be any; the same again says nothing. */
public final class CoachLoadDecider implements Decider<CoachLoadSet, Optional<CoachLoad>, CoachLoadEvent> {
    @Override
    public Optional<CoachLoad> initialState() {
        return Optional.empty();
    }

    @Override
    public List<CoachLoadEvent> decide(CoachLoadSet set, Optional<CoachLoad> load) {
        return evolve(load, set).equals(load) ? List.of() : List.of(set);
    }

    @Override
    public Optional<CoachLoad> evolve(Optional<CoachLoad> load, CoachLoadEvent event) {
        return Optional.of(
                switch (event) {
                    case CoachLoadSet set -> new CoachLoad(set.days(), set.sessions(), set.teams());
                });
    }
}
