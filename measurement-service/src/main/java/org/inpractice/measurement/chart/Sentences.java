package org.inpractice.measurement.chart;

import org.inpractice.measurement.chart.RunReading.Stretch;

/** What a signal says in words, and what it means when more, less or neither is better. */
record Sentences(Direction direction) {

    Meaning meaning(Way way) {
        if (way == null || direction == Direction.NEUTRAL) {
            return Meaning.NEITHER;
        }
        return (way == Way.UP) == (direction == Direction.INCREASE) ? Meaning.IMPROVEMENT : Meaning.CONCERN;
    }

    String run(String indices, Stretch run, String rule) {
        return "Points %s: %d in a row %s the centre; %s. %s"
                .formatted(indices, run.points(), side(run.way()), rule, judged(run.way()));
    }

    String trend(String indices, int points, Way way, String rule) {
        return "Points %s: %d in a row %s; %s. %s"
                .formatted(indices, points, way == Way.UP ? "rising" : "falling", rule, judged(way));
    }

    String crossings(int crossings, int limit) {
        return ("The centre is crossed %s where chance gives at least %d: the level moved. Crossings do not tell which way;"
                        + " look at the longest runs.")
                .formatted(crossings == 1 ? "once" : crossings + " times", limit);
    }

    String numberOfRuns(int runs, int fewest, int most) {
        return runs < fewest
                ? "%d runs where chance gives %d to %d: too few, the level moved. Their number does not tell which way."
                        .formatted(runs, fewest, most)
                : ("%d runs where chance gives %d to %d: too many, points swing to and fro, perhaps because two processes"
                                + " take turns. That is neither better nor worse.")
                        .formatted(runs, fewest, most);
    }

    String astronomical(int index, Way way) {
        return "Point %d was marked by a person as obviously different. %s".formatted(index, judged(way));
    }

    String outside(int index, Way way) {
        return "Point %d lies %s its %s limit. %s"
                .formatted(index, side(way), way == Way.UP ? "upper" : "lower", judged(way));
    }

    String nearLimit(String points, Way way) {
        return "Points %s: two of three near the %s limit. %s"
                .formatted(points, way == Way.UP ? "upper" : "lower", judged(way));
    }

    private static String side(Way way) {
        return way == Way.UP ? "above" : "below";
    }

    private String judged(Way way) {
        return switch (direction) {
            case INCREASE -> "More is better here" + verdict(way);
            case DECREASE -> "Less is better here" + verdict(way);
            case NEUTRAL -> "Neither more nor less is better here: find out why.";
        };
    }

    private String verdict(Way way) {
        return switch (meaning(way)) {
            case IMPROVEMENT -> ": an improvement.";
            case CONCERN -> ": a concern.";
            case NEITHER -> ".";
        };
    }
}
