package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Shares;
import org.inpractice.cycles.leadership.LeadershipReport.AimAttention;
import org.inpractice.cycles.leadership.LeadershipReport.Attendance;
import org.inpractice.cycles.leadership.LeadershipReport.ByPerson;
import org.inpractice.cycles.leadership.LeadershipReport.ByRole;

/** Counts who came to reviews, and which aims they looked at. */
final class AttendanceReading {
    private AttendanceReading() {}

    private static final class Count {
        private String name;
        private int asked;
        private int present;
        private LocalDate lastPresentOn;

        private void add(Attendee attendee, LocalDate heldOn) {
            name = attendee.name();
            asked++;
            if (attendee.present()) {
                present++;
                lastPresentOn = heldOn;
            }
        }
    }

    /** Who came; reviews in the order in which they were held. What counts as the same person {@link Person} says. */
    static Attendance of(List<Review> reviews) {
        Count all = new Count();
        Map<LeaderRole, Count> roles = new EnumMap<>(LeaderRole.class);
        Map<String, Count> people = new TreeMap<>();
        for (Review review : reviews) {
            LocalDate heldOn = review.terms().heldOn();
            for (Attendee attendee : review.terms().attendance()) {
                all.add(attendee, heldOn);
                roles.computeIfAbsent(attendee.role(), role -> new Count()).add(attendee, heldOn);
                String key = Person.key(attendee.name());
                people.computeIfAbsent(key, name -> new Count()).add(attendee, heldOn);
            }
        }
        return new Attendance(
                all.asked,
                all.present,
                all.asked == 0 ? null : share(all),
                roles.entrySet().stream()
                        .map(role -> new ByRole(
                                role.getKey(), role.getValue().asked, role.getValue().present, share(role.getValue())))
                        .toList(),
                people.values().stream()
                        .map(one -> new ByPerson(one.name, one.asked, one.present, share(one), one.lastPresentOn))
                        .sorted(Comparator.comparingDouble(ByPerson::share).thenComparing(ByPerson::name))
                        .toList());
    }

    /** How often each aim was looked at, those that were looked at longest ago, or never, first. */
    static List<AimAttention> aims(List<UUID> aimIds, List<Review> reviews) {
        List<AimAttention> aims = new ArrayList<>();
        for (UUID aimId : aimIds) {
            List<LocalDate> days = reviews.stream()
                    .filter(review -> review.terms().aimIds().contains(aimId))
                    .map(review -> review.terms().heldOn())
                    .toList();
            aims.add(new AimAttention(aimId, days.size(), days.isEmpty() ? null : days.getLast()));
        }
        aims.sort(Comparator.comparing(AimAttention::lastOn, Comparator.nullsFirst(Comparator.naturalOrder())));
        return aims;
    }

    private static double share(Count count) {
        return Shares.of(count.present, count.asked);
    }
}
