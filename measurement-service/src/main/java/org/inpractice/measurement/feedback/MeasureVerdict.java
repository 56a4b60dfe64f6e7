package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.inpractice.measurement.chart.RunReading;
import org.inpractice.measurement.chart.RunReading.Stretch;
import org.inpractice.measurement.feedback.FeedbackReport.LeftOut;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.SignalSeen;
import org.inpractice.measurement.feedback.FeedbackReport.Used;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.feedback.MeasureNumbers.Baseline;
import org.inpractice.measurement.feedback.MeasureNumbers.Provenance;

/** What one measure says about a change, by the rules of {@link RuleSet}. Pure: points in, verdict out. */
final class MeasureVerdict {
    /** More event ids than this would make a report of the provenance alone; the sequence range leads to them too. */
    static final int MOST_EVENT_IDS = 500;

    private final MeasuredSeries series;
    private final SplitSeries split;
    private final List<Observed> before;
    private final List<Observed> since;
    private final RunReading baseline;
    private final SignalWords words;

    private MeasureVerdict(MeasuredSeries series, LocalDate startedOn) {
        this.series = series;
        split = SplitSeries.of(series.points(), startedOn);
        before = split.before();
        since = split.since();
        baseline = RunReading.of(SplitSeries.values(before));
        words = new SignalWords(series.direction());
    }

    /**
     * Judges.
     *
     * @param eventIds the events by their sequence; may be empty
     */
    static MeasureFeedback of(MeasuredSeries series, LocalDate startedOn, Map<Long, UUID> eventIds) {
        return series.isFound() ? new MeasureVerdict(series, startedOn).feedback(eventIds) : notFound(series);
    }

    private static MeasureFeedback notFound(MeasuredSeries series) {
        return new MeasureFeedback(
                series.measureId(),
                false,
                null,
                series.role(),
                null,
                null,
                null,
                Verdict.INSUFFICIENT_DATA,
                "This service has no measure of this id: it was not defined here, or for another district.",
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                new LeftOut(0, 0, 0),
                null,
                null,
                List.of("The cycle names a measure that was not found."),
                null,
                List.of(),
                null,
                null,
                null,
                new Provenance(RuleSet.PERLA_2.id(), 0, 0, List.of()));
    }

    private MeasureFeedback feedback(Map<Long, UUID> eventIds) {
        RunReading chart = RunReading.of(SplitSeries.values(since), baseline.centre());
        double medianSince = RunReading.median(SplitSeries.values(since));
        SignalSeen shift = words.seen(latest(chart.shifts()), since);
        Stretch lastTrend = latest(chart.trends());
        SignalSeen trend = words.seen(lastTrend, since);
        List<Observed> used = split.used();
        Verdict verdict = verdict(shift, trend, lastTrend, baseline.centre());
        MeasureEffect effect = new MeasureEffect(series, split);
        return new MeasureFeedback(
                series.measureId(),
                true,
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
                split.leftOut(),
                used.isEmpty() ? null : used(used.get(0), eventIds),
                used.isEmpty() ? null : used(used.get(used.size() - 1), eventIds),
                cautions(),
                frozen(),
                words.all(chart, since),
                effect.effect(),
                effect.lines(),
                SeriesCompleteness.of(series),
                provenance(used, eventIds));
    }

    private Baseline frozen() {
        boolean judged = before.size() >= RuleSet.MINIMUM_BEFORE;
        return new Baseline(
                before.size(),
                before.isEmpty() ? null : before.getFirst().period(),
                before.isEmpty() ? null : before.getLast().period(),
                rounded(baseline.centre()),
                judged,
                judged ? (Boolean) !moving() : null,
                judged ? words.all(baseline, before) : List.of());
    }

    private boolean moving() {
        return !(baseline.shifts().isEmpty() && baseline.trends().isEmpty());
    }

    private static Provenance provenance(List<Observed> used, Map<Long, UUID> eventIds) {
        return new Provenance(
                RuleSet.PERLA_2.id(),
                used.stream().mapToLong(Observed::sequence).min().orElse(0),
                used.stream().mapToLong(Observed::sequence).max().orElse(0),
                used.size() > MOST_EVENT_IDS
                        ? null
                        : used.stream()
                                .map(point -> eventIds.get(point.sequence()))
                                .filter(Objects::nonNull)
                                .toList());
    }

    private Verdict verdict(SignalSeen shift, SignalSeen trend, Stretch lastTrend, double median) {
        if (before.size() < RuleSet.MINIMUM_BEFORE || since.size() < RuleSet.MINIMUM_SINCE) {
            return Verdict.INSUFFICIENT_DATA;
        }
        if (moving()) {
            return Verdict.UNSTABLE_BASELINE;
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
        if (verdict == Verdict.UNSTABLE_BASELINE) {
            return words.all(baseline, before).getLast().meaning()
                    + " So it was moving before the start, and what came after has nothing steady to be compared with.";
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

    private List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        if (before.size() >= RuleSet.MINIMUM_BEFORE && moving()) {
            cautions.add(
                    "The measure was already moving before the start: what came after may not be the change's work.");
        }
        if (split.leftOut().suppressed() > 0) {
            cautions.add("%d observations of small groups were left out."
                    .formatted(split.leftOut().suppressed()));
        }
        return cautions;
    }

    private static Stretch latest(List<Stretch> signals) {
        return signals.isEmpty() ? null : signals.get(signals.size() - 1);
    }

    private static Used used(Observed point, Map<Long, UUID> eventIds) {
        return new Used(point.period(), point.sequence(), eventIds.get(point.sequence()));
    }

    private static BigDecimal difference(BigDecimal before, BigDecimal since) {
        return before == null || since == null ? null : since.subtract(before);
    }

    /** Ten digits, which hides the noise of binary sums; null when there is no number. */
    static BigDecimal rounded(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(10));
        BigDecimal plain = rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
