package org.inpractice.cycles.leadership;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.leadership.Cadence.Setting;
import org.inpractice.cycles.leadership.CadenceEvent.CadenceSet;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a cadence: days of grace never make up for a whole review. */
public final class CadenceDecider implements Decider<CadenceSet, Optional<Cadence>, CadenceEvent> {
    @Override
    public Optional<Cadence> initialState() {
        return Optional.empty();
    }

    @Override
    public List<CadenceEvent> decide(CadenceSet set, Optional<Cadence> cadence) {
        if (set.graceDays() >= set.everyDays()) {
            throw new Refusal(
                    CadenceRule.CADENCE_GRACE_TOO_LONG,
                    "graceDays",
                    "Send fewer days of grace than days between reviews: otherwise a review could be left out and"
                            + " nobody would notice.");
        }
        Setting setting = setting(set);
        boolean same = cadence.filter(present -> present.settings().getLast().equals(setting))
                .isPresent();
        return same ? List.of() : List.of(set);
    }

    @Override
    public Optional<Cadence> evolve(Optional<Cadence> cadence, CadenceEvent event) {
        return switch (event) {
            case CadenceSet set -> {
                List<Setting> settings =
                        new ArrayList<>(cadence.orElse(Cadence.NONE).settings());
                settings.add(setting(set));
                yield Optional.of(new Cadence(settings));
            }
        };
    }

    private static Setting setting(CadenceSet set) {
        return new Setting(set.everyDays(), set.graceDays(), set.from());
    }
}
