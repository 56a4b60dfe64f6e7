package org.inpractice.measurement.feedback;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.inpractice.measurement.chart.RunReading;
import org.inpractice.measurement.chart.RunReading.Stretch;
import org.inpractice.measurement.feedback.FeedbackReport.SignalSeen;
import org.inpractice.measurement.feedback.FeedbackReport.Way;
import org.inpractice.measurement.feedback.MeasureNumbers.RuleFired;
import org.inpractice.measurement.measure.BetterDirection;

/** Signals of a chart, said for a measure of which more, or less, is better. Pure. */
record SignalWords(BetterDirection direction) {

    /** Null without a signal. */
    SignalSeen seen(Stretch signal, List<Observed> points) {
        if (signal == null) {
            return null;
        }
        return new SignalSeen(
                way(signal),
                better(signal),
                signal.points(),
                points.get(signal.first()).period(),
                points.get(signal.last()).period());
    }

    /** Every shift and trend, in the order of their ends. */
    List<RuleFired> all(RunReading chart, List<Observed> points) {
        record Named(String rule, Stretch signal) {}
        List<Named> signals = new ArrayList<>();
        chart.shifts().forEach(shift -> signals.add(new Named("shift", shift)));
        chart.trends().forEach(trend -> signals.add(new Named("trend", trend)));
        signals.sort(Comparator.comparingInt(named -> named.signal().last()));
        return signals.stream()
                .map(named -> fired(named.rule(), named.signal(), points))
                .toList();
    }

    private RuleFired fired(String rule, Stretch signal, List<Observed> points) {
        boolean up = way(signal) == Way.UP;
        String first = points.get(signal.first()).period();
        String last = points.get(signal.last()).period();
        String where = rule.equals("shift")
                ? (up ? "above" : "below") + " the median from before"
                : (up ? "rising" : "falling");
        String meaning = "A %s: %d points in a row %s, from %s to %s, which is for the %s."
                .formatted(rule, signal.points(), where, first, last, better(signal) ? "better" : "worse");
        return new RuleFired(rule, way(signal), better(signal), signal.points(), first, last, meaning);
    }

    private static Way way(Stretch signal) {
        return signal.way() == org.inpractice.measurement.chart.Way.UP ? Way.UP : Way.DOWN;
    }

    private boolean better(Stretch signal) {
        return (way(signal) == Way.UP) == (direction == BetterDirection.INCREASE);
    }
}
