package org.inpractice.measurement.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.observation.ObservationStatus;
import org.inpractice.measurement.observation.ReportingPeriod;

/** How complete the periods of a site are: pure. */
final class Completeness {
    private Completeness() {}

    /** What became of an expected period. */
    enum PeriodState {
        @JsonProperty("reported")
        REPORTED,
        @JsonProperty("suppressed")
        SUPPRESSED,
        @JsonProperty("not_reported")
        NOT_REPORTED,
        /** Nobody has told of it, and it is not due or nobody said when it is. */
        @JsonProperty("missing")
        MISSING,
        /** Nobody has told of it, though it was due. */
        @JsonProperty("late")
        LATE
    }

    /**
     * An expected period that has ended.
     *
     * @param dueOn the last day on which it is in time; null when no feed says so
     */
    record ExpectedPeriod(ReportingPeriod period, LocalDate dueOn) {}

    /**
     * What was told of a period.
     *
     * @param status as the reader may see it
     * @param firstTold when it was recorded first
     */
    record Told(ObservationStatus status, Instant firstTold) {}

    /**
     * One period.
     *
     * @param arrivedAt when we learned of it first; absent when nobody told, or it was withdrawn
     * @param lagDays days from the period's end to that
     */
    @Schema(name = "PeriodCompleteness")
    record OfPeriod(
            @Schema(examples = "2025-09") String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            PeriodState state,
            LocalDate dueOn,
            Instant arrivedAt,
            @Schema(examples = "8") Long lagDays) {
        static OfPeriod of(ExpectedPeriod expected, Told told, LocalDate today) {
            ReportingPeriod period = expected.period();
            return new OfPeriod(
                    period.text(),
                    period.start(),
                    period.end(),
                    became(expected, told, today),
                    expected.dueOn(),
                    told == null ? null : told.firstTold(),
                    told == null ? null : ChronoUnit.DAYS.between(period.end(), FeedCalendar.today(told.firstTold())));
        }
    }

    /**
     * All periods of a site.
     *
     * @param expected how many periods have ended that were expected; the next three are those that were told of
     * @param missing those nobody told of, late ones among them
     * @param late those that were due; absent when no feed says when that is
     * @param shareComplete of the expected ones, the share that was told of; absent when nothing was expected
     * @param medianLagDays of those told of, days from the period's end to when we learned of it first; negative before it
     * @param feedIds the feeds whose terms say what is expected; when there is none, every period since the first one told
     *     of is
     */
    @Schema(name = "SiteCompleteness")
    record OfSite(
            @Schema(examples = "19647330112536") String siteId,
            @Schema(examples = "10") int expected,
            @Schema(examples = "7") int reported,
            @Schema(examples = "1") int suppressed,
            @Schema(examples = "1") int notReported,
            @Schema(examples = "1") int missing,
            @Schema(examples = "1") Integer late,
            @Schema(examples = "0.9") Double shareComplete,
            @Schema(examples = "8.5") Double medianLagDays,
            @Schema(examples = "31") Long largestLagDays,
            List<UUID> feedIds) {
        static OfSite of(String siteId, List<OfPeriod> periods, List<UUID> feedIds) {
            int late = count(periods, PeriodState.LATE);
            int missing = late + count(periods, PeriodState.MISSING);
            List<Long> lags = periods.stream()
                    .map(OfPeriod::lagDays)
                    .filter(java.util.Objects::nonNull)
                    .sorted()
                    .toList();
            return new OfSite(
                    siteId,
                    periods.size(),
                    count(periods, PeriodState.REPORTED),
                    count(periods, PeriodState.SUPPRESSED),
                    count(periods, PeriodState.NOT_REPORTED),
                    missing,
                    feedIds.isEmpty() ? null : late,
                    periods.isEmpty() ? null : (periods.size() - missing) / (double) periods.size(),
                    median(lags),
                    lags.isEmpty() ? null : lags.getLast(),
                    feedIds);
        }
    }

    private static PeriodState became(ExpectedPeriod expected, Told told, LocalDate today) {
        if (told == null) {
            return expected.dueOn() != null && expected.dueOn().isBefore(today)
                    ? PeriodState.LATE
                    : PeriodState.MISSING;
        }
        return switch (told.status()) {
            case REPORTED -> PeriodState.REPORTED;
            case SUPPRESSED -> PeriodState.SUPPRESSED;
            case NOT_REPORTED -> PeriodState.NOT_REPORTED;
        };
    }

    private static int count(List<OfPeriod> periods, PeriodState state) {
        return (int) periods.stream().filter(period -> period.state() == state).count();
    }

    /** The middle one, or half the sum of the middle two. */
    private static Double median(List<Long> sorted) {
        if (sorted.isEmpty()) {
            return null;
        }
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
    }
}
