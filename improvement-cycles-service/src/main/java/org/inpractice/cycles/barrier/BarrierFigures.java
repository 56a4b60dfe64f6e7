package org.inpractice.cycles.barrier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.barrier.MedianDaysOpen.Duration;

/**
 * A district's barriers in numbers, as they were known.
 *
 * @param open how many stand in the way
 * @param withoutOwner of these, how many nobody has taken on
 * @param escalated of these, how many were passed on
 * @param overdue of these, how many should be gone by now
 * @param removed how many are gone
 * @param accepted how many were accepted
 * @param medianDaysOpen of all, or null while it cannot be said
 * @param howComputed the median, in words
 * @param byKind how many of a kind were raised, and of these stand
 * @param oldestOpen up to ten, the oldest first
 */
@Schema(name = "BarrierFigures")
public record BarrierFigures(
        long open,
        long withoutOwner,
        long escalated,
        long overdue,
        long removed,
        long accepted,
        Long medianDaysOpen,
        String howComputed,
        List<OfKind> byKind,
        List<Oldest> oldestOpen) {
    private static final int OLDEST = 10;

    /** Barriers of a kind. */
    @Schema(name = "BarrierFiguresOfKind")
    public record OfKind(BarrierKind kind, long raised, long open) {}

    /** One that stands. */
    @Schema(name = "BarrierFiguresOldest")
    public record Oldest(
            UUID barrierId, String what, Barrier.State state, String owner, LocalDate until, long daysOpen) {}

    /** Those of a district up to a day. */
    public static BarrierFigures of(Connection connection, String districtId, AsOf asOf, LocalDate today)
            throws SQLException {
        List<Barrier> all = Barriers.ROWS.all(connection, Barriers.ROWS.select(districtId, asOf)).stream()
                .map(Known::state)
                .filter(barrier -> !barrier.raisedOn().isAfter(today))
                .toList();
        return of(all, today);
    }

    static BarrierFigures of(List<Barrier> all, LocalDate today) {
        List<Barrier> open =
                all.stream().filter(barrier -> stands(barrier, today)).toList();
        OptionalLong median = MedianDaysOpen.of(all.stream()
                .map(barrier -> new Duration(barrier.daysOpen(today), !stands(barrier, today)))
                .toList());
        return new BarrierFigures(
                open.size(),
                open.stream().filter(barrier -> barrier.owner() == null).count(),
                open.stream().filter(barrier -> barrier.escalation() != null).count(),
                open.stream().filter(barrier -> barrier.overdue(today)).count(),
                ended(all, Barrier.State.REMOVED, today),
                ended(all, Barrier.State.ACCEPTED, today),
                median.isPresent() ? median.getAsLong() : null,
                MedianDaysOpen.HOW,
                byKind(all, today),
                oldest(open, today));
    }

    private static boolean stands(Barrier barrier, LocalDate today) {
        return barrier.closing() == null || barrier.closing().on().isAfter(today);
    }

    private static long ended(List<Barrier> all, Barrier.State state, LocalDate today) {
        return all.stream()
                .filter(barrier -> barrier.state() == state && !stands(barrier, today))
                .count();
    }

    private static List<OfKind> byKind(List<Barrier> all, LocalDate today) {
        Map<BarrierKind, List<Barrier>> kinds = all.stream()
                .collect(Collectors.groupingBy(barrier -> barrier.terms().kind(), TreeMap::new, Collectors.toList()));
        return kinds.entrySet().stream()
                .map(kind -> new OfKind(
                        kind.getKey(),
                        kind.getValue().size(),
                        kind.getValue().stream()
                                .filter(barrier -> stands(barrier, today))
                                .count()))
                .toList();
    }

    private static List<Oldest> oldest(List<Barrier> open, LocalDate today) {
        return open.stream()
                .sorted(Comparator.comparingLong((Barrier barrier) -> barrier.daysOpen(today))
                        .reversed()
                        .thenComparing(Barrier::raisedOn)
                        .thenComparing(Barrier::barrierId))
                .limit(OLDEST)
                .map(barrier -> new Oldest(
                        barrier.barrierId(),
                        barrier.terms().what(),
                        barrier.state(),
                        barrier.owner() == null ? null : barrier.owner().name(),
                        barrier.owner() == null ? null : barrier.owner().until(),
                        barrier.daysOpen(today)))
                .toList();
    }
}
