package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.inpractice.measurement.chart.CentreLine;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.ChartPlan;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.Charts;
import org.inpractice.measurement.chart.Direction;
import org.inpractice.measurement.chart.LimitFactor;
import org.inpractice.measurement.chart.Measurement;
import org.inpractice.measurement.chart.PhasePlan;
import org.inpractice.measurement.chart.PointStatus;
import org.inpractice.measurement.chart.RuleSet;
import org.inpractice.measurement.chart.Screening;

/** Charts that are hard to draw. */
final class Gallery {
    private Gallery() {}

    /** Each with its name. */
    static Map<String, Chart> charts() {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("shift", shift());
        charts.put("one", of(ChartType.I, RuleSet.ANHOEJ, null, List.of(), series(1, i -> 12.5)));
        charts.put("two", of(ChartType.I, RuleSet.ANHOEJ, 14.0, List.of(), series(2, i -> 12.5)));
        charts.put("empty", of(ChartType.P, RuleSet.ANHOEJ, null, List.of(), List.of()));
        charts.put("suppressed", suppressed());
        charts.put("long", of(ChartType.I, RuleSet.ANHOEJ, null, List.of(), series(200, i -> wave(i, 200))));
        charts.put("very-long", of(ChartType.RUN, RuleSet.PERLA, null, List.of(), series(5_000, i -> wave(i, 200))));
        charts.put(
                "huge", of(ChartType.I, RuleSet.SHEWHART, 1.2e9, List.of(), series(24, i -> 1e9 + 1e7 * wave(i, 24))));
        charts.put(
                "huge-offset", of(ChartType.I, RuleSet.SHEWHART, null, List.of(), series(24, i -> 1e9 + wave(i, 24))));
        charts.put("tiny", of(ChartType.I, RuleSet.SHEWHART, null, List.of(), series(24, i -> 1e-6 * wave(i, 24))));
        charts.put("equal", of(ChartType.I, RuleSet.ANHOEJ, null, List.of(), series(14, i -> 7)));
        charts.put("negative", of(ChartType.I, RuleSet.ANHOEJ, 0.0, List.of(), series(14, i -> wave(i, 14) - 12)));
        charts.put("phases", phases());
        charts.put("proportions", proportions());
        charts.put("crossings", crossings());
        charts.put("long-words", longWords());
        return charts;
    }

    static Chart shift() {
        List<Measurement> series = new ArrayList<>(series(24, i -> i < 15 ? 10 + (i * 7) % 5 : 15 + (i * 3) % 4));
        series.set(4, Measurement.missing("2024-05", PointStatus.NOT_REPORTED));
        series.set(9, Measurement.missing("2024-10", PointStatus.SUPPRESSED));
        series.set(20, Measurement.of("2025-09", 26));
        return of(ChartType.I, RuleSet.ANHOEJ, 18.0, List.of(new PhasePlan(1, null, 1, 12)), series);
    }

    /** Two levels and no long run: too few crossings are a signal of the whole phase. */
    static Chart crossings() {
        int[] values = {9, 8, 9, 2, 9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 8, 1, 2, 1, 9, 8, 9, 8, 2, 1};
        return of(ChartType.RUN, RuleSet.ANHOEJ, null, List.of(), series(24, i -> values[i]));
    }

    static Chart suppressed() {
        return of(
                ChartType.P,
                RuleSet.ANHOEJ,
                null,
                List.of(),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> Measurement.missing(month(i - 1), PointStatus.SUPPRESSED))
                        .toList());
    }

    static Chart phases() {
        return of(
                ChartType.I,
                RuleSet.MAKING_DATA_COUNT,
                20.0,
                List.of(
                        new PhasePlan(1, "Before", 1, 12),
                        new PhasePlan(15, "Since the new bus times & routes", null, null),
                        new PhasePlan(34, "New staff", null, null)),
                series(36, i -> (i < 14 ? 11 : i < 33 ? 21 : 17) + (i * 7) % 5));
    }

    static Chart proportions() {
        List<Measurement> series = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            series.add(Measurement.of(month(i), 20 + (i * 11) % 17 + (i == 18 ? 45 : 0), 180 + (i * 53) % 200));
        }
        series.set(6, Measurement.missing(month(6), PointStatus.SUPPRESSED));
        return of(ChartType.P, RuleSet.ANHOEJ, 0.08, List.of(), series);
    }

    static Chart longWords() {
        String endless =
                "A very long title with <b>tags</b> & \"quotes\", said by somebody who had much to say about late buses "
                        .repeat(2);
        List<Measurement> series = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            series.add(new Measurement(
                    "2024-25/T" + (i % 4 + 1) + " at a site with a long name",
                    PointStatus.REPORTED,
                    5.0 + i % 3,
                    null,
                    null,
                    null,
                    false,
                    i == 5 ? "</text><script>alert(1)</script> \u0001 \uFFFE \uD83D" : null));
        }
        return Charts.of(plan(ChartType.RUN, RuleSet.ANHOEJ, null, List.of(), endless, "minutes ".repeat(24)), series);
    }

    static List<Mark> marks() {
        return List.of(
                new Mark(
                        12.4,
                        Mark.Kind.CYCLE_STARTED,
                        "2025-01-12 cycle started: calls home on the first day of absence"),
                new Mark(13.1, Mark.Kind.CYCLE_STARTED, "2025-02-03 cycle started: breakfast club"),
                new Mark(17.9, Mark.Kind.DECIDED, "2025-06-20 decided: adopt"),
                new Mark(23.2, Mark.Kind.NOTE, "2025-12 new boundaries of the school"));
    }

    static Chart of(ChartType type, RuleSet rules, Double target, List<PhasePlan> phases, List<Measurement> series) {
        return Charts.of(
                plan(
                        type,
                        rules,
                        target,
                        phases,
                        "Chronic absence, Lincoln Elementary",
                        type == ChartType.P ? "percent of students" : "days"),
                series);
    }

    private static ChartPlan plan(
            ChartType type, RuleSet rules, Double target, List<PhasePlan> phases, String title, String unit) {
        return new ChartPlan(
                type,
                rules,
                Direction.DECREASE,
                title,
                unit,
                target,
                LimitFactor.ROUNDED,
                Screening.NONE,
                CentreLine.MEDIAN,
                phases,
                Set.of());
    }

    static List<Measurement> series(int points, IntFunction<Number> value) {
        return IntStream.range(0, points)
                .mapToObj(i -> Measurement.of(month(i), value.apply(i).doubleValue()))
                .toList();
    }

    private static double wave(int i, int points) {
        return 5 + 3 * Math.sin(i * 40.0 / points) + (i * 7) % 5;
    }

    static String month(int i) {
        return "%d-%02d".formatted(2024 + i / 12, i % 12 + 1);
    }
}
