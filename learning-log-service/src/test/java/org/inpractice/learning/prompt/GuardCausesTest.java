package org.inpractice.learning.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.inpractice.learning.followed.FollowedMeasure;
import org.inpractice.learning.followed.FollowedObservations.Point;
import org.inpractice.learning.guard.GuardSide;
import org.inpractice.learning.guard.KnownGuard;
import org.inpractice.learning.guard.KnownGuard.Closeness;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.learning.prompt.PromptCommand.SeeCause;
import org.inpractice.learning.prompt.PromptCommand.SeeCauseEnd;
import org.junit.jupiter.api.Test;

/** When numbers come close to a guard, or cross it: no database. */
class GuardCausesTest {
    private static final UUID ID = new UUID(1, 1);
    private static final FollowedMeasure MEASURE = new FollowedMeasure(ID, "Late buses", "percent", "rate", "decrease");

    @Test
    void near_is_within_the_margin_and_the_guard_itself_is_not_crossed() {
        KnownGuard above = guard(GuardSide.NOT_ABOVE);
        assertEquals(Closeness.CLEAR, above.closeness(new BigDecimal("5.49")));
        assertEquals(Closeness.NEAR, above.closeness(new BigDecimal("5.5")));
        assertEquals(Closeness.NEAR, above.closeness(new BigDecimal("6.0")));
        assertEquals(Closeness.CROSSED, above.closeness(new BigDecimal("6.01")));
        KnownGuard below = guard(GuardSide.NOT_BELOW);
        assertEquals(Closeness.CROSSED, below.closeness(new BigDecimal("5.99")));
        assertEquals(Closeness.NEAR, below.closeness(new BigDecimal("6.5")));
        assertEquals(Closeness.CLEAR, below.closeness(new BigDecimal("6.51")));
    }

    @Test
    void a_measure_that_stays_beyond_its_guard_is_one_cause_and_one_that_comes_back_another() {
        assertEquals(List.of("2025-02"), opened(points("1", "5", "7", "8", "7")));
        assertEquals(List.of("2025-02", "2025-04"), opened(points("1", "5", "7", "5", "7")));
        assertEquals(List.of("2025-01", "2025-02"), opened(points("1", "5.8", "7", "5.8", "5.9")));
    }

    @Test
    void a_period_without_a_number_neither_ends_nor_begins_anything() {
        assertEquals(List.of("2025-01"), opened(points("1", "7", null, "7")));
    }

    @Test
    void each_site_is_looked_at_by_itself() {
        List<Point> points = new ArrayList<>(points("1", "7", "7"));
        points.addAll(points("2", "7", "7"));
        assertEquals(List.of("2025-01", "2025-01"), opened(points));
    }

    @Test
    void of_what_was_looked_at_only_the_one_after_a_new_number_is_looked_at_again() {
        List<Point> points = points("1", "5", "7", "7", "5");
        List<OfData> said = said(points, point -> point.period().equals("2025-01"));
        assertTrue(said.stream().map(command -> command.evidence().sequence()).allMatch(sequence -> sequence <= 2));
        assertEquals(List.of(), said(points, point -> false));
    }

    @Test
    void a_number_that_is_gone_ends_its_cause_and_the_next_one_becomes_the_first() {
        List<OfData> said =
                said(points("1", "5", null, "7"), point -> point.period().equals("2025-02"));
        List<OfData> ended = said.stream()
                .filter(SeeCauseEnd.class::isInstance)
                .filter(command -> command.evidence().sequence() == 2)
                .toList();
        assertEquals(2, ended.size());
        assertNotEquals(ended.get(0).promptId(), ended.get(1).promptId());
        assertTrue(said.stream()
                .anyMatch(command ->
                        command instanceof SeeCause && command.evidence().sequence() == 3));
    }

    private static List<String> opened(List<Point> points) {
        return said(points, point -> true).stream()
                .filter(SeeCause.class::isInstance)
                .map(command -> "2025-0" + command.evidence().sequence())
                .toList();
    }

    private static List<OfData> said(List<Point> points, Predicate<Point> isNew) {
        return GuardCauses.of("1964733", guard(GuardSide.NOT_ABOVE), MEASURE, points, isNew);
    }

    private static KnownGuard guard(GuardSide side) {
        return new KnownGuard(
                ID, 1, 1, Instant.EPOCH, ID, ID, side, new BigDecimal("6"), new BigDecimal("0.5"), true, "ana");
    }

    private static List<Point> points(String site, String... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i <= values.length; i++) {
            points.add(new Point(
                    new UUID(site.hashCode(), i),
                    site,
                    "all",
                    "2025-0" + i,
                    LocalDate.of(2025, i, 1),
                    values[i - 1] == null ? null : new BigDecimal(values[i - 1]),
                    "measurement-service",
                    i,
                    new UUID(9, i),
                    "t.v1",
                    Instant.EPOCH));
        }
        return points;
    }
}
