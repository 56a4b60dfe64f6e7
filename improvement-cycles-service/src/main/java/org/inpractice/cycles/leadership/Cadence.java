package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How often reviews shall be held, through time: of the settings that begin on or before a day, the one made last holds.
 *
 * @param settings in the order in which they were made
 */
public record Cadence(List<Setting> settings) {
    /** A district that has not said. */
    static final Cadence NONE = new Cadence(List.of());

    /** What was set once. */
    public record Setting(int everyDays, int graceDays, LocalDate from) {}

    /** A day on which a review is due, and the last one on which it is not late. */
    record Due(LocalDate on, LocalDate latest) {}

    /** Copies the settings. */
    public Cadence {
        settings = List.copyOf(settings);
    }

    /** What holds on a day. */
    Optional<Setting> at(LocalDate day) {
        return settings.reversed().stream()
                .filter(setting -> !setting.from().isAfter(day))
                .findFirst();
    }

    /** The first day on which there is a cadence. */
    Optional<LocalDate> begins() {
        return settings.stream().map(Setting::from).min(Comparator.naturalOrder());
    }

    /**
     * When the next review is due after one that was held on a day, or after that day when the cadence begins on it. Before
     * a cadence begins nothing is due, so the days count from its beginning.
     */
    Optional<Due> dueAfter(LocalDate day) {
        LocalDate counted = at(day).isPresent() ? day : begins().orElse(day);
        return at(counted).map(setting -> {
            LocalDate on = counted.plusDays(setting.everyDays());
            return new Due(on, on.plusDays(setting.graceDays()));
        });
    }
}
