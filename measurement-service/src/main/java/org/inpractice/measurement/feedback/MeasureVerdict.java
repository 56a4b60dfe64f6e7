package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.chart.RunReading;
import org.inpractice.measurement.chart.RunReading.Stretch;
import org.inpractice.measurement.feedback.FeedbackReport.LeftOut;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.SignalSeen;
import org.inpractice.measurement.feedback.FeedbackReport.Used;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.measure.BetterDirection;

/** What one measure says about a change, by the rules of {@link RuleSet}. Pure: points in, verdict out. */
final class MeasureVerdict {
    private final MeasuredSeries series;
    private final List<Observed> before = new ArrayList<>();
    private final List<Observed> since = new ArrayList<>();
    private int suppressed;
    private int notReported;
    private int inStartPeriod;

    private MeasureVerdict(MeasuredSeries series, LocalDate startedOn) {
        this.series = series;
        for (Observed point : series.points()) {
            switch (point.use()) {
                case SUPPRESSED -> suppressed++;
                case NOT_REPORTED -> notReported++;
                case NUMBER -> {
                    if (point.end().isBefore(startedOn)) {
                        before.add(point);
                    } else if (!point.start().isBefore(startedOn)) {
                        since.add(point);
                    } else {
                        inStartPeriod++;
                    }
                }
            }
        }
    }

    /**
     * Judges.
     *
     * @param eventIds the events by their sequence; may be empty
     */
    static MeasureFeedback of(MeasuredSeries series, LocalDate startedOn, Map<Long, UUID> eventIds) {
        return new MeasureVerdict(series, startedOn).feedback(eventIds);
    }

    private MeasureFeedback feedback(Map<Long, UUID> eventIds) {
        RunReading baseline = RunReading.of(values(before));
        RunReading chart = RunReading.of(values(since), baseline.centre());
        double medianSince = RunReading.median(values(since));
        SignalSeen shift = seen(latest(chart.shifts()));
        Stretch lastTrend = latest(chart.trends());
        SignalSeen trend = seen(lastTrend);
        List<Observed> used = new ArrayList<>(before);
        used.addAll(since);
        Verdict verdict = verdict(shift, trend, lastTrend, baseline.centre());
        return new MeasureFeedback(
                series.measureId(),
                series.name(),
                series.role(),
                series.unit(),
                series.direction(),
                series.siteId(),
                verdict,
                why(verdict, shift, trend),
                before.size(),
                since.size(),
                rounded(baseline.centre()),
                rounded(medianSince),
                difference(rounded(baseline.centre()), rounded(medianSince)),
                shift,
                trend,
                new LeftOut(suppressed, notReported, inStartPeriod),
                used.isEmpty() ? null : used(used.get(0), eventIds),
                used.isEmpty() ? null : used(used.get(used.size() - 1), eventIds),
                cautions(baseline));
    }

    private Verdict verdict(SignalSeen shift, SignalSeen trend, Stretch lastTrend, double median) {
        if (before.size() < RuleSet.MINIMUM_BEFORE || since.size() < RuleSet.MINIMUM_SINCE) {
            return Verdict.INSUFFICIENT_DATA;
        }
        if (shift != null) {
            return shift.better() ? Verdict.IMPROVED : Verdict.WORSENED;
        }
        if (trend != null) {
            int side = RunReading.compare(since.get(lastTrend.last()).value(), median);
            if (side == (trend.way() == Way.UP ? 1 : -1)) {
                return trend.better() ? Verdict.IMPROVED : Verdict.WORSENED;
            }
        }
        return Verdict.NO_SIGNAL_YET;
    }

    private String why(Verdict verdict, SignalSeen shift, SignalSeen trend) {
        if (verdict == Verdict.INSUFFICIENT_DATA) {
            return series.siteId() == null
                    ? "The cycle names no site, and the measure has no series of the whole district."
                    : "%d points before the start and %d since; it takes at least %d before and %d since."
                            .formatted(before.size(), since.size(), RuleSet.MINIMUM_BEFORE, RuleSet.MINIMUM_SINCE);
        }
        if (verdict == Verdict.NO_SIGNAL_YET) {
            return "No shift and no trend to another level in %d points since the start.".formatted(since.size());
        }
        return shift != null
                ? "A shift: %d points in a row %s the median from before, up to %s."
                        .formatted(shift.points(), shift.way() == Way.UP ? "above" : "below", shift.lastPeriod())
                : "A trend: %d points in a row %s, up to %s."
                        .formatted(trend.points(), trend.way() == Way.UP ? "rising" : "falling", trend.lastPeriod());
    }

    private List<String> cautions(RunReading baseline) {
        List<String> cautions = new ArrayList<>();
        if (before.size() >= RuleSet.MINIMUM_BEFORE
                && !(baseline.shifts().isEmpty() && baseline.trends().isEmpty())) {
            cautions.add(
                    "The measure was already moving before the start: what came after may not be the change's work.");
        }
        if (suppressed > 0) {
            cautions.add("%d observations of small groups were left out.".formatted(suppressed));
        }
        return cautions;
    }

    private SignalSeen seen(Stretch signal) {
        if (signal == null) {
            return null;
        }
        Way way = signal.way() == org.inpractice.measurement.chart.Way.UP ? Way.UP : Way.DOWN;
        boolean better = (way == Way.UP) == (series.direction() == BetterDirection.INCREASE);
        return new SignalSeen(
                way,
                better,
                signal.points(),
                since.get(signal.first()).period(),
                since.get(signal.last()).period());
    }

    private static Stretch latest(List<Stretch> signals) {
        return signals.isEmpty() ? null : signals.get(signals.size() - 1);
    }

    private static Used used(Observed point, Map<Long, UUID> eventIds) {
        return new Used(point.period(), point.sequence(), eventIds.get(point.sequence()));
    }

    private static double[] values(List<Observed> points) {
        return points.stream().mapToDouble(Observed::value).toArray();
    }

    private static BigDecimal difference(BigDecimal before, BigDecimal since) {
        return before == null || since == null ? null : since.subtract(before);
    }

    /** Ten digits, which hides the noise of binary sums; null when there is no number. */
    static BigDecimal rounded(double number) {
        if (Double.isNaN(number)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(10));
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
