package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.List;

/** One phase, computed: lines, runs, points and signals. */
final class ChartedPhase {
    /** Limits from fewer points are trial limits (Provost and Murray, The Health Care Data Guide, 2011, chapter 4). */
    private static final int LOCKED_FROM = 12;

    final ChartPlan plan;
    final int number;
    final PhaseNumbers numbers;
    final Lines lines;
    final RunReading reading;

    private final List<Measurement> series;
    private final PhasePlan phasePlan;
    private final int to;
    private final List<Signal> signals;
    private final MakingDataCount makingDataCount;

    ChartedPhase(ChartPlan plan, List<Measurement> series, int number, PhasePlan phasePlan, int to) {
        this.plan = plan;
        this.series = series;
        this.number = number;
        this.phasePlan = phasePlan;
        this.to = to;
        PhaseNumbers sent = PhaseNumbers.of(plan.type(), series, to, phasePlan, plan.excluded());
        if (plan.type() == ChartType.MOVING_RANGE) {
            MovingRanges ranges = new MovingRanges(sent.values, sent, plan.screening());
            numbers = sent.replaced(ranges.ranges);
            lines = Lines.ofMovingRanges(ranges, sent.length());
        } else {
            numbers = sent;
            lines = CentreAndLimits.of(sent, plan);
        }
        reading = RunReading.of(numbers.counted(), lines.centre);
        makingDataCount = plan.ruleSet() == RuleSet.MAKING_DATA_COUNT ? new MakingDataCount(this) : null;
        signals = makingDataCount == null ? new SignalReading(this).signals() : makingDataCount.signals();
    }

    /** The index in the series of a place in the phase. */
    int index(int place) {
        return phasePlan.from() + place;
    }

    int length() {
        return numbers.length();
    }

    boolean astronomical(int place) {
        return series.get(index(place) - 1).astronomical();
    }

    /** Strictly outside its limits: 1 above, -1 below, 0 inside or where something is missing. */
    int outside(int place) {
        double value = numbers.values[place];
        if (Averages.compare(value, lines.upper[place]) > 0) {
            return 1;
        }
        return Averages.compare(value, lines.lower[place]) < 0 ? -1 : 0;
    }

    List<Signal> signals() {
        return signals;
    }

    Phase phase() {
        int present = 0;
        for (int i = 0; i < length(); i++) {
            present += numbers.inBaseline(i) && numbers.counts(i) ? 1 : 0;
        }
        return new Phase(
                number,
                phasePlan.name(),
                phasePlan.from(),
                to,
                phasePlan.baselineFrom() == null ? phasePlan.from() : phasePlan.baselineFrom(),
                phasePlan.baselineTo() == null ? to : phasePlan.baselineTo(),
                phasePlan.baselineFrom() != null || phasePlan.baselineTo() != null,
                Averages.finite(lines.centre),
                present == 0 ? LimitsState.NONE : present < LOCKED_FROM ? LimitsState.TRIAL : LimitsState.LOCKED,
                statistics(present));
    }

    private Statistics statistics(int inBaseline) {
        int useful = reading.usefulPoints();
        // Moving ranges overlap: neither their runs nor their crossings are those of independent points.
        boolean runs = useful > 0 && plan.type() != ChartType.MOVING_RANGE;
        int fewest = runs ? RunsExpected.fewestRuns(useful) : 0;
        MovingRanges ranges = lines.movingRanges;
        return new Statistics(
                reading.points(),
                useful,
                inBaseline,
                runs ? reading.longestRun() : null,
                runs ? RunsExpected.longestRunLimit(useful) : null,
                runs ? reading.crossings() : null,
                runs ? RunsExpected.crossingsLimit(useful) : null,
                runs ? reading.runs().size() : null,
                fewest > 0 ? fewest : null,
                fewest > 0 ? RunsExpected.mostRuns(useful) : null,
                reading.points() > 0 && plan.type() != ChartType.MOVING_RANGE ? reading.longestTrend() : null,
                Averages.finite(lines.mean),
                lines.ranges(),
                ranges == null ? null : Averages.finite(ranges.screenedMean),
                ranges == null ? null : ranges.screened,
                Averages.finite(lines.sigmaHat),
                Averages.finite(lines.sigmaZ));
    }

    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < length(); i++) {
            points.add(point(i, series.get(index(i) - 1)));
        }
        return points;
    }

    private Point point(int place, Measurement told) {
        double value = numbers.values[place];
        boolean reported = told.status() == PointStatus.REPORTED;
        double size = numbers.sizes[place];
        Side side = Double.isNaN(value) || Double.isNaN(lines.centre)
                ? null
                : switch (Averages.compare(value, lines.centre)) {
                    case 1 -> Side.ABOVE;
                    case 0 -> Side.ON;
                    default -> Side.BELOW;
                };
        return new Point(
                index(place),
                told.label(),
                told.status(),
                Averages.finite(value),
                reported ? told.numerator() : null,
                reported ? told.denominator() : null,
                size > 0 ? Integer.valueOf((int) size) : null,
                Averages.finite(lines.centre),
                Averages.finite(lines.lower[place]),
                Averages.finite(lines.upper[place]),
                number,
                side,
                numbers.counts(place) && side != null && side != Side.ON,
                outside(place) != 0,
                numbers.inBaseline(place) && !Double.isNaN(value),
                numbers.excluded(place),
                told.astronomical(),
                told.annotation(),
                makingDataCount == null ? null : makingDataCount.variation(place),
                makingDataCount == null ? null : makingDataCount.rule(place),
                makingDataCount == null ? null : makingDataCount.way(place));
    }
}
