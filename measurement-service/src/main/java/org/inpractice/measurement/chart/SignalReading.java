package org.inpractice.measurement.chart;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.chart.RunReading.Stretch;

/** Which of the rules of Anhøj, Perla and Shewhart fire in a phase. */
final class SignalReading {
    private final ChartedPhase phase;
    private final List<Signal> signals = new ArrayList<>();
    private final Sentences sentences;

    SignalReading(ChartedPhase phase) {
        this.phase = phase;
        this.sentences = new Sentences(phase.plan.direction());
    }

    List<Signal> signals() {
        switch (phase.plan.ruleSet()) {
            case ANHOEJ -> {
                runsTooLong();
                crossingsTooFew();
            }
            case PERLA -> {
                shifts();
                trends();
                numberOfRuns();
                astronomicalPoints();
            }
            case MAKING_DATA_COUNT, SHEWHART -> {}
        }
        outside();
        return List.copyOf(signals);
    }

    private void runsTooLong() {
        int useful = phase.reading.usefulPoints();
        int limit = RunsExpected.longestRunLimit(useful);
        for (Stretch run : phase.reading.runs()) {
            if (run.points() > limit) {
                String rule = "chance gives at most %d with %d useful points".formatted(limit, useful);
                add(SignalRule.LONG_RUN, useful(run), run.way(), sentences.run(indices(run), run, rule));
            }
        }
    }

    private void crossingsTooFew() {
        int useful = phase.reading.usefulPoints();
        int limit = RunsExpected.crossingsLimit(useful);
        if (useful > 0 && phase.reading.crossings() < limit) {
            add(
                    SignalRule.FEW_CROSSINGS,
                    useful(0, phase.length() - 1),
                    null,
                    sentences.crossings(phase.reading.crossings(), limit));
        }
    }

    private void shifts() {
        for (Stretch run : phase.reading.shifts()) {
            String rule = "%d make a shift".formatted(RunReading.SHIFT_POINTS);
            add(SignalRule.SHIFT, useful(run), run.way(), sentences.run(indices(run), run, rule));
        }
    }

    private void trends() {
        for (Stretch trend : phase.reading.trends()) {
            String rule = "%d make a trend".formatted(RunReading.TREND_POINTS);
            add(
                    SignalRule.TREND,
                    counted(trend),
                    trend.way(),
                    sentences.trend(indices(trend), trend.points(), trend.way(), rule));
        }
    }

    private void numberOfRuns() {
        int useful = phase.reading.usefulPoints();
        int runs = phase.reading.runs().size();
        int fewest = RunsExpected.fewestRuns(useful);
        int most = RunsExpected.mostRuns(useful);
        if (fewest > 0 && (runs < fewest || runs > most)) {
            add(
                    runs < fewest ? SignalRule.TOO_FEW_RUNS : SignalRule.TOO_MANY_RUNS,
                    useful(0, phase.length() - 1),
                    null,
                    sentences.numberOfRuns(runs, fewest, most));
        }
    }

    private void astronomicalPoints() {
        for (int place = 0; place < phase.length(); place++) {
            if (phase.astronomical(place) && !Double.isNaN(phase.numbers.values[place])) {
                int side = Averages.compare(phase.numbers.values[place], phase.lines.centre);
                Way way = side == 0 ? null : side > 0 ? Way.UP : Way.DOWN;
                int index = phase.index(place);
                add(SignalRule.ASTRONOMICAL_POINT, List.of(index), way, sentences.astronomical(index, way));
            }
        }
    }

    private void outside() {
        for (int place = 0; place < phase.length(); place++) {
            int side = phase.outside(place);
            if (side != 0) {
                Way way = side > 0 ? Way.UP : Way.DOWN;
                int index = phase.index(place);
                add(SignalRule.OUTSIDE_LIMITS, List.of(index), way, sentences.outside(index, way));
            }
        }
    }

    private void add(SignalRule rule, List<Integer> points, Way way, String sentence) {
        signals.add(new Signal(rule, phase.number, points, way, sentences.meaning(way), sentence));
    }

    private String indices(Stretch stretch) {
        return "%d to %d".formatted(phase.index(stretch.first()), phase.index(stretch.last()));
    }

    private List<Integer> useful(Stretch stretch) {
        return useful(stretch.first(), stretch.last());
    }

    private List<Integer> useful(int from, int to) {
        return places(from, to, true);
    }

    private List<Integer> counted(Stretch stretch) {
        return places(stretch.first(), stretch.last(), false);
    }

    private List<Integer> places(int from, int to, boolean useful) {
        List<Integer> places = new ArrayList<>();
        for (int place = from; place <= to; place++) {
            boolean off = Averages.compare(phase.numbers.values[place], phase.lines.centre) != 0;
            if (phase.numbers.counts(place) && (!useful || off)) {
                places.add(phase.index(place));
            }
        }
        return List.copyOf(places);
    }
}
