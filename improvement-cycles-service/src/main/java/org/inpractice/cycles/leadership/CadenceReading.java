package org.inpractice.cycles.leadership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.inpractice.cycles.leadership.Cadence.Due;

/**
 * Whether reviews were held as often as the district said it would. Plain arithmetic on days: from each review (at first
 * from the day the cadence begins) to the next one is a gap; it is in time when the next review was held by the due day
 * and the days of grace.
 *
 * @param gaps those that ended in the window, the last one up to today when no review has ended it
 * @param nextDue when the next review is due, or null without a cadence
 */
record CadenceReading(List<Gap> gaps, LocalDate nextDue) {
    /**
     * The days between two reviews.
     *
     * @param from the first one, or the beginning of the cadence
     * @param to the next one, or today
     * @param ended whether a review ended it
     * @param dueOn when one was due, or null without a cadence
     * @param daysLate how many days after the days of grace it came, or has not come yet; 0 in time
     */
    record Gap(LocalDate from, LocalDate to, long days, boolean ended, LocalDate dueOn, long daysLate) {
        /** Whether it can be said that it was in time, or late. */
        boolean isJudged() {
            return dueOn != null && (ended || daysLate > 0);
        }
    }

    CadenceReading {
        gaps = List.copyOf(gaps);
    }

    /**
     * Reads.
     *
     * @param held the days of all reviews up to today, ascending; two on a day are one
     * @param since the first day of the window, or null
     */
    static CadenceReading of(List<LocalDate> held, Cadence cadence, LocalDate since, LocalDate today) {
        List<Gap> gaps = new ArrayList<>();
        LocalDate anchor = cadence.begins().filter(day -> !day.isAfter(today)).orElse(null);
        for (LocalDate day : held.stream().distinct().toList()) {
            // A review before the cadence began is not late, and is what the first gap begins with.
            if (anchor != null && day.isAfter(anchor)) {
                gaps.add(gap(anchor, day, true, cadence));
            }
            anchor = day;
        }
        if (anchor != null && anchor.isBefore(today)) {
            gaps.add(gap(anchor, today, false, cadence));
        }
        gaps.removeIf(gap -> since != null && gap.to().isBefore(since));
        Optional<LocalDate> last = Optional.ofNullable(anchor).or(cadence::begins);
        return new CadenceReading(
                gaps, last.flatMap(cadence::dueAfter).map(Due::on).orElse(null));
    }

    private static Gap gap(LocalDate from, LocalDate to, boolean ended, Cadence cadence) {
        long days = ChronoUnit.DAYS.between(from, to);
        // A gap that ended before there was a cadence is nobody's promise.
        Optional<Due> due = cadence.begins().filter(day -> !day.isAfter(to)).flatMap(day -> cadence.dueAfter(from));
        long late = due.map(one -> Math.max(0, ChronoUnit.DAYS.between(one.latest(), to)))
                .orElse(0L);
        return new Gap(from, to, days, ended, due.map(Due::on).orElse(null), late);
    }

    /** The longest gap, the first of them when several are as long. */
    Optional<Gap> longest() {
        return gaps.stream()
                .max(Comparator.comparingLong(Gap::days).thenComparing(Gap::from, Comparator.reverseOrder()));
    }

    /** Gaps of which it can be said whether they were in time. */
    long judged() {
        return gaps.stream().filter(Gap::isJudged).count();
    }

    /** Of these, those that were. */
    long inTime() {
        return gaps.stream()
                .filter(gap -> gap.isJudged() && gap.daysLate() == 0)
                .count();
    }
}
