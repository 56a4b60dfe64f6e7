package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inpractice.cycles.Person;
import org.inpractice.stream.Refusal;

/** What coaching and training have in common: people named once, on a day that has begun. */
final class AttendanceRules {
    private AttendanceRules() {}

    static void checkNamedOnce(String field, List<String> people) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            if (!seen.add(Person.key(people.get(i)))) {
                throw new Refusal(
                        CapacityRule.CAPACITY_NAMES_SOMEBODY_TWICE,
                        "%s[%d]".formatted(field, i),
                        "Name each person once: what somebody learned there counts once.");
            }
        }
    }

    static void checkBegun(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new Refusal(
                    CapacityRule.CAPACITY_DAY_IN_THE_FUTURE,
                    "on",
                    "Record it when it has taken place: what is only planned has taught nobody yet.");
        }
    }
}
