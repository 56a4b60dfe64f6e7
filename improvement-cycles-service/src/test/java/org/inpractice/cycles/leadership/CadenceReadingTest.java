package org.inpractice.cycles.leadership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.leadership.Cadence.Setting;
import org.inpractice.cycles.leadership.CadenceReading.Gap;
import org.inpractice.cycles.leadership.LeadershipReport.AimAttention;
import org.junit.jupiter.api.Test;

class CadenceReadingTest {
    private static final LocalDate BEGINS = LocalDate.of(2025, 9, 1);
    private static final Cadence MONTHLY = new Cadence(List.of(new Setting(28, 3, BEGINS)));

    private static LocalDate day(int number) {
        return BEGINS.plusDays(number);
    }

    @Test
    void gaps_in_time_and_late_are_told_apart_by_due_day_and_grace() {
        // when: due on day 28 and held on 31, due on 59 and held on 70, open for 20 days
        CadenceReading reading = CadenceReading.of(List.of(day(31), day(70)), MONTHLY, null, day(90));
        // then
        assertEquals(
                List.of(
                        new Gap(day(0), day(31), 31, true, day(28), 0),
                        new Gap(day(31), day(70), 39, true, day(59), 8),
                        new Gap(day(70), day(90), 20, false, day(98), 0)),
                reading.gaps());
        assertEquals(2, reading.judged());
        assertEquals(1, reading.inTime());
        assertEquals(day(98), reading.nextDue());
        assertEquals(day(31), reading.longest().orElseThrow().from());
    }

    @Test
    void an_open_gap_counts_once_it_is_late_and_may_be_the_longest() {
        CadenceReading reading = CadenceReading.of(List.of(day(10)), MONTHLY, null, day(60));
        Gap open = reading.gaps().getLast();
        assertEquals(new Gap(day(10), day(60), 50, false, day(38), 19), open);
        assertEquals(2, reading.judged());
        assertEquals(Optional.of(open), reading.longest());
    }

    @Test
    void a_review_on_the_due_day_and_on_the_last_day_of_grace_is_in_time_and_a_day_later_is_not() {
        assertEquals(
                0,
                CadenceReading.of(List.of(day(28)), MONTHLY, null, day(28))
                        .gaps()
                        .getFirst()
                        .daysLate());
        assertEquals(
                0,
                CadenceReading.of(List.of(day(31)), MONTHLY, null, day(31))
                        .gaps()
                        .getFirst()
                        .daysLate());
        assertEquals(
                1,
                CadenceReading.of(List.of(day(32)), MONTHLY, null, day(32))
                        .gaps()
                        .getFirst()
                        .daysLate());
    }

    @Test
    void without_a_cadence_gaps_are_told_and_not_judged() {
        CadenceReading reading = CadenceReading.of(List.of(day(0), day(100)), Cadence.NONE, null, day(110));
        assertEquals(0, reading.judged());
        assertNull(reading.nextDue());
        assertEquals(100, reading.longest().orElseThrow().days());
    }

    @Test
    void reviews_before_the_cadence_are_not_late_and_days_count_from_its_beginning() {
        CadenceReading reading = CadenceReading.of(List.of(day(-200), day(-150)), MONTHLY, null, day(20));
        assertEquals(day(28), reading.nextDue());
        assertEquals(0, reading.judged());
        assertEquals(
                day(28), CadenceReading.of(List.of(), MONTHLY, null, day(-5)).nextDue());
    }

    @Test
    void a_new_cadence_holds_for_gaps_that_begin_after_it() {
        Cadence faster = new Cadence(List.of(new Setting(28, 0, BEGINS), new Setting(7, 0, day(20))));
        CadenceReading reading = CadenceReading.of(List.of(day(10), day(38), day(50)), faster, null, day(50));
        assertEquals(
                List.of(0L, 0L, 5L), reading.gaps().stream().map(Gap::daysLate).toList());
    }

    @Test
    void a_window_keeps_the_gaps_that_end_in_it_and_two_reviews_on_a_day_are_one() {
        CadenceReading reading =
                CadenceReading.of(List.of(day(5), day(5), day(30), day(60)), MONTHLY, day(30), day(61));
        assertEquals(
                List.of(day(5), day(30), day(60)),
                reading.gaps().stream().map(Gap::from).toList());
    }

    @Test
    void attendance_is_counted_by_role_and_person() {
        // given
        UUID aim = new UUID(0, 1);
        UUID never = new UUID(0, 2);
        List<Review> reviews = List.of(
                review(day(1), aim, new Attendee("Maya Ortiz", LeaderRole.SUPERINTENDENT, true)),
                review(day(2), aim, new Attendee("maya ortiz", LeaderRole.SUPERINTENDENT, false)));
        // when
        var attendance = AttendanceReading.of(reviews);
        // then
        assertEquals(0.5, attendance.share());
        assertEquals(1, attendance.people().size());
        assertEquals(day(1), attendance.people().getFirst().lastPresentOn());
        assertEquals(2, attendance.roles().getFirst().asked());
        assertEquals(
                List.of(new AimAttention(never, 0, null), new AimAttention(aim, 2, day(2))),
                AttendanceReading.aims(List.of(aim, never), reviews));
        assertTrue(AttendanceReading.of(List.of()).people().isEmpty());
    }

    private static Review review(LocalDate on, UUID aim, Attendee attendee) {
        ReviewTerms terms = new ReviewTerms(on, List.of(attendee), List.of(aim), List.of(), null, null);
        return new Review(new UUID(1, on.toEpochDay()), terms, ReviewedBarriers.NONE, null, null);
    }
}
