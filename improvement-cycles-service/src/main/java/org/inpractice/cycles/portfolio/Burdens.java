package org.inpractice.cycles.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who carries what, those with the most overdue first. Plain sums. */
final class Burdens {
    private Burdens() {}

    /** What somebody may carry. */
    enum Kind {
        /** A cycle that is not over. */
        CYCLE,
        /** A task of such a cycle. */
        TASK,
        /** A barrier that stands in the way. */
        BARRIER,
        /** An aim that is pursued. */
        AIM,
        /** A driver. */
        DRIVER
    }

    /**
     * Something that somebody carries.
     *
     * @param key who: what all writings of a person have in common, or a team's id
     * @param carrier as it is shown
     * @param id the cycle's (of a task too), the barrier's, the aim's, the driver's
     * @param due by when, or null
     */
    record Carried(String key, String carrier, Kind kind, String id, String what, LocalDate due) {
        boolean overdue(LocalDate today) {
            return due != null && due.isBefore(today);
        }
    }

    /** The same as it is told. */
    @Schema(name = "CarriedThing")
    record Thing(String kind, String id, String what, LocalDate due, boolean overdue) {}

    /**
     * All that a person or a team carries.
     *
     * @param id a team's id; absent for a person
     * @param hasLeft of a person, whether they have left every team they were in
     * @param things overdue ones first, then by due day
     */
    @Schema(name = "CarriedByOne")
    record Burden(
            String carrier,
            String id,
            int overdue,
            int total,
            int cycles,
            int tasks,
            int barriers,
            int aims,
            int drivers,
            Boolean hasLeft,
            List<Thing> things) {
        /** The place of a burden in the list, for one that goes on behind it. */
        static Burden place(int overdue, int total, String carrier, String id) {
            return new Burden(carrier, id, overdue, total, 0, 0, 0, 0, 0, null, List.of());
        }
    }

    /** Most overdue first, then most; no two are alike. */
    static final Comparator<Burden> ORDER = Comparator.comparingInt(Burden::overdue)
            .thenComparingInt(Burden::total)
            .reversed()
            .thenComparing(Burden::carrier)
            .thenComparing(burden -> burden.id() == null ? "" : burden.id());

    /**
     * Sums up.
     *
     * @param departed keys of people who have left every team; null for teams, whose keys are their ids
     */
    static List<Burden> of(List<Carried> all, Map<String, LocalDate> departed, LocalDate today) {
        Map<String, List<Carried>> byCarrier = new LinkedHashMap<>();
        all.forEach(one ->
                byCarrier.computeIfAbsent(one.key(), key -> new ArrayList<>()).add(one));
        return byCarrier.entrySet().stream()
                .map(entry -> burden(entry.getKey(), entry.getValue(), departed, today))
                .sorted(ORDER)
                .toList();
    }

    private static Burden burden(String key, List<Carried> own, Map<String, LocalDate> departed, LocalDate today) {
        List<Thing> things = own.stream()
                .map(one -> new Thing(
                        one.kind().name().toLowerCase(Locale.ROOT),
                        one.id(),
                        one.what(),
                        one.due(),
                        one.overdue(today)))
                .sorted(Comparator.comparing((Thing thing) -> !thing.overdue())
                        .thenComparing(Thing::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new Burden(
                own.getFirst().carrier(),
                departed == null ? key : null,
                (int) own.stream().filter(one -> one.overdue(today)).count(),
                own.size(),
                count(own, Kind.CYCLE),
                count(own, Kind.TASK),
                count(own, Kind.BARRIER),
                count(own, Kind.AIM),
                count(own, Kind.DRIVER),
                departed == null ? null : departed.containsKey(key),
                things);
    }

    private static int count(List<Carried> own, Kind kind) {
        return (int) own.stream().filter(one -> one.kind() == kind).count();
    }
}
