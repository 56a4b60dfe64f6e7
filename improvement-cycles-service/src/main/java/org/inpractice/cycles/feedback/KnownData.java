package org.inpractice.cycles.feedback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much was known of one measure of a cycle: how many periods, how complete, how late.
 *
 * @param role outcome, driver, process or balancing
 * @param every how often there is a number: day, week, month, term or school_year; absent when no such measure is known
 * @param pointsBefore numbers of periods that ended before the start
 * @param pointsSince numbers of periods that began on the start day or later
 * @param expectedSince periods that began on the start day or later and were over, holidays counted too, weekends not
 * @param suppressed periods since the start whose number is of too few people to be told
 * @param change median since minus median before; absent without both
 * @param lastPeriod the newest period with a number; absent without one
 * @param lastPeriodEnd its last day
 * @param daysBehind days from that day to the day of the question: how old the newest data was
 * @param daysToArrive median days from the end of a period since the start to its first arrival; absent without one
 * @param toSequence last event used, in measurement-service's stream of the district; 0 when none was
 */
@Schema(name = "KnownData")
public record KnownData(
        UUID measureId,
        String role,
        String name,
        String unit,
        String better,
        String every,
        String siteId,
        int pointsBefore,
        int pointsSince,
        int expectedSince,
        int suppressed,
        BigDecimal medianBefore,
        BigDecimal medianSince,
        BigDecimal change,
        String lastPeriod,
        LocalDate lastPeriodEnd,
        Long daysBehind,
        Long daysToArrive,
        long toSequence) {
    private static final MathContext TEN_DIGITS = new MathContext(10);

    /**
     * What a series says on a day about the time before and since a start.
     *
     * @param startedOn null when the cycle has not started: then everything is before
     */
    public static KnownData of(DataSeries series, LocalDate startedOn, LocalDate day) {
        List<DataPoint> before = new ArrayList<>();
        List<DataPoint> since = new ArrayList<>();
        int suppressed = 0;
        for (DataPoint point : series.points()) {
            boolean later = startedOn != null && !point.start().isBefore(startedOn);
            if (point.number() == null) {
                suppressed += later && point.use().equals("suppressed") ? 1 : 0;
            } else if (later) {
                since.add(point);
            } else if (startedOn == null || point.end().isBefore(startedOn)) {
                before.add(point);
            }
        }
        Optional<DataPoint> last = (since.isEmpty() ? before : since).stream().reduce((first, second) -> second);
        BigDecimal medianBefore = median(before.stream().map(DataPoint::number).toList());
        BigDecimal medianSince = median(since.stream().map(DataPoint::number).toList());
        return new KnownData(
                series.measureId(),
                series.role(),
                series.name(),
                series.unit(),
                series.better(),
                series.period(),
                series.siteId(),
                before.size(),
                since.size(),
                series.period() == null || startedOn == null ? 0 : Periods.over(series.period(), startedOn, day),
                suppressed,
                medianBefore,
                medianSince,
                medianBefore == null || medianSince == null ? null : medianSince.subtract(medianBefore),
                last.map(DataPoint::period).orElse(null),
                last.map(DataPoint::end).orElse(null),
                last.map(point -> ChronoUnit.DAYS.between(point.end(), day)).orElse(null),
                daysToArrive(since),
                series.points().stream().mapToLong(DataPoint::sequence).max().orElse(0));
    }

    private static Long daysToArrive(List<DataPoint> points) {
        List<Double> days = points.stream()
                .map(point -> (double)
                        ChronoUnit.DAYS.between(point.end(), LocalDate.ofInstant(point.arrived(), ZoneOffset.UTC)))
                .toList();
        BigDecimal median = median(days);
        return median == null ? null : median.longValue();
    }

    /** The middle one, or the mean of the two in the middle; null of none. */
    static BigDecimal median(List<Double> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        List<Double> sorted = numbers.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        BigDecimal rounded = new BigDecimal(middle).round(TEN_DIGITS);
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
