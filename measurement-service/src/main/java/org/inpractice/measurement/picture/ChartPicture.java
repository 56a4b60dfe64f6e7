package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Phase;
import org.inpractice.measurement.chart.Signal;

/**
 * A chart as SVG. The same chart always gives the same picture; it runs no script and fetches nothing; every text of a user is
 * escaped. Light on paper, dark where the reader's screen is dark.
 */
public final class ChartPicture {
    private static final double MARGIN = 20;
    private static final double PLOT_HEIGHT = 300;
    private static final double FONT = 13;
    private static final double TITLE_FONT = 20;
    private static final double LINE = 18;
    private static final int MOST_PHASES = 8;
    private static final int MOST_SIGNALS = 5;

    private final Svg svg = new Svg();
    private final Chart chart;
    private final List<Mark> marks;
    private final Words words;
    private final SignalMarks signals;
    private final double width;

    private ChartPicture(Chart chart, List<Mark> marks) {
        this.chart = chart;
        this.marks = Stream.concat(marks.stream(), notes(chart)).toList();
        this.words = new Words(chart, this.marks, ValueAxis.of(chart).numbers());
        this.signals = new SignalMarks(chart);
        // Up to twice as wide for long series: eight pixels a point while that lasts.
        this.width = Math.clamp(chart.points().size() * 8.0 + 160, 960, 1_760);
    }

    /** The picture with what happened beside the series; what lies outside the chart is left out. */
    public static String svg(Chart chart, List<Mark> marks) {
        return new ChartPicture(chart, marks).draw(true);
    }

    /** In the fonts of this Java and without rules for dark screens, for making pixels of it. */
    static String plain(Chart chart, List<Mark> marks) {
        return new ChartPicture(chart, marks).draw(false);
    }

    private static Stream<Mark> notes(Chart chart) {
        return chart.points().stream()
                .filter(point ->
                        point.annotation() != null && !point.annotation().isBlank())
                .map(point -> new Mark(
                        point.index(), Mark.Kind.NOTE, point.annotation().strip()));
    }

    private String draw(boolean styled) {
        List<String> title = TextSize.lines(words.title(), TITLE_FONT, width - 2 * MARGIN, 3);
        List<String> subtitle = TextSize.lines(words.subtitle(), FONT, width - 2 * MARGIN, 3);
        ValueAxis axis = ValueAxis.of(chart);
        double left = MARGIN + Math.max(36, widestTick(axis) + 10);
        double right = width - MARGIN - LineLabels.room(chart, words);
        Frame sides =
                new Frame(left, 0, right, 0, Frame.first(chart), chart.points().size(), axis);
        MarkBand band = new MarkBand(marks, sides);
        boolean named = chart.phases().stream().anyMatch(phase -> phase.name() != null)
                || chart.phases().size() > 1;

        double top = MARGIN + title.size() * 26 + subtitle.size() * LINE + 14 + band.height() + (named ? LINE : 0);
        Frame frame = sides.at(top, top + PLOT_HEIGHT);
        boolean missing = words.reported() < chart.points().size();
        double periods = frame.bottom() + (missing ? 34 : 20);
        Legend legend = new Legend(svg, chart, signals, words);
        double legendTop = periods + 16;
        List<String> below = below();
        double belowTop = legendTop + legend.height(MARGIN, width - MARGIN) + 6;
        double height = belowTop + below.size() * LINE + MARGIN;

        start(height, styled);
        heading(title, subtitle);
        plot(frame, band, named, missing);
        new PeriodAxis(svg, chart.points(), frame).draw(periods);
        legend.draw(MARGIN, width - MARGIN, legendTop);
        svg.open("g", "class", "notes", "font-size", Svg.number(FONT));
        for (int i = 0; i < below.size(); i++) {
            svg.label(MARGIN, belowTop + (i + 1) * LINE, "start", Ink.TEXT, below.get(i));
        }
        svg.close();
        return svg.close().finish();
    }

    private void start(double height, boolean styled) {
        svg.open(
                "svg",
                "xmlns",
                Svg.NAMESPACE,
                "class",
                "chart-picture",
                "role",
                "img",
                "aria-labelledby",
                "chart-title chart-description",
                "width",
                Svg.number(width),
                "height",
                Svg.number(height),
                "viewBox",
                "0 0 %s %s".formatted(Svg.number(width), Svg.number(height)),
                "font-family",
                styled ? "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif" : "SansSerif",
                "font-size",
                "12");
        svg.open("title", "id", "chart-title").words(words.title()).close();
        svg.open("desc", "id", "chart-description").words(words.description()).close();
        if (styled) {
            svg.open("style").words(Ink.darkRules()).close();
        }
        svg.shape("rect", Ink.BACKGROUND, null, "width", Svg.number(width), "height", Svg.number(height));
    }

    private void heading(List<String> title, List<String> subtitle) {
        double y = MARGIN;
        for (String line : title) {
            y += 26;
            svg.label(
                    MARGIN, y - 6, "start", Ink.TEXT, line, "font-size", Svg.number(TITLE_FONT), "font-weight", "bold");
        }
        for (String line : subtitle) {
            y += LINE;
            svg.label(MARGIN, y - 2, "start", Ink.QUIET, line, "font-size", Svg.number(FONT));
        }
    }

    private void plot(Frame frame, MarkBand band, boolean named, boolean missing) {
        PlotLines lines = new PlotLines(svg, chart, frame);
        PlotPoints points = new PlotPoints(svg, chart, frame, signals, words);
        lines.baselines();
        lines.grid();
        lines.boundaries();
        band.draw(svg, frame, named ? LINE : 0);
        if (named) {
            phaseNames(frame);
        }
        lines.limits();
        lines.target();
        lines.data();
        points.draw();
        new LineLabels(svg, chart, words).draw(frame);
        if (missing) {
            points.missing(frame.bottom() + 12);
        }
        if (words.reported() == 0) {
            svg.label(
                    (frame.left() + frame.right()) / 2,
                    (frame.top() + frame.bottom()) / 2,
                    "middle",
                    Ink.QUIET,
                    words.nothing(),
                    "font-size",
                    "15");
        }
    }

    /** Over each phase, as much of its name as there is room for. */
    private void phaseNames(Frame frame) {
        svg.open("g", "class", "phases");
        for (Phase phase : chart.phases()) {
            double from = Math.max(frame.left(), frame.x(phase.from() - 0.5));
            double room = Math.min(frame.right(), frame.x(phase.to() + 0.5)) - from - 6;
            String name = phase.name() == null || phase.name().isBlank()
                    ? "Phase " + phase.number()
                    : phase.name().strip();
            String text = TextSize.width(name, 12) <= room || room > 60
                    ? TextSize.shortened(name, 12, room)
                    : String.valueOf(phase.number());
            if (TextSize.width(text, 12) <= room) {
                svg.labelOnGround(from + 3, frame.top() - 5, false, Ink.QUIET, text, 12, "font-weight", "bold");
            }
        }
        svg.close();
    }

    /** Phases and signals in words. */
    private List<String> below() {
        List<String> lines = new ArrayList<>();
        if (chart.phases().size() > 1 || chart.phases().stream().anyMatch(Phase::frozen)) {
            chart.phases().stream().limit(MOST_PHASES).forEach(phase -> lines.addAll(wrapped(words.phase(phase))));
            more(lines, chart.phases().size() - MOST_PHASES, "phases");
        }
        for (Signal signal : chart.signals().stream().limit(MOST_SIGNALS).toList()) {
            lines.addAll(wrapped(words.signal(signal)));
        }
        more(lines, chart.signals().size() - MOST_SIGNALS, "signals");
        return lines;
    }

    private static void more(List<String> lines, int left, String of) {
        if (left > 0) {
            lines.add("and %d more %s".formatted(left, of));
        }
    }

    private List<String> wrapped(String text) {
        return TextSize.lines(text, FONT, width - 2 * MARGIN, 3);
    }

    private static double widestTick(ValueAxis axis) {
        return axis.ticks().stream()
                .mapToDouble(tick -> TextSize.width(axis.tick(tick), 12))
                .max()
                .orElse(0);
    }
}
