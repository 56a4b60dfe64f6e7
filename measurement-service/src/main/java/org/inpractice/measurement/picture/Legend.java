package org.inpractice.measurement.picture;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.Meaning;
import org.inpractice.measurement.chart.Phase;
import org.inpractice.measurement.chart.Point;
import org.inpractice.measurement.chart.PointStatus;

/** Says what each line and shape means: of those that are in the picture. */
final class Legend {
    private static final double FONT = 12;
    private static final double SYMBOL = 28;
    private static final double ROW = 20;

    private final List<Item> items = new ArrayList<>();
    private final Svg svg;
    private final Chart chart;
    private final SignalMarks signals;

    private record Item(String text, Symbol symbol) {}

    /** Draws a symbol into a place {@value SYMBOL} wide, its middle at a height. */
    @FunctionalInterface
    private interface Symbol {
        void draw(double x, double y);
    }

    Legend(Svg svg, Chart chart, SignalMarks signals, Words words) {
        this.svg = svg;
        this.chart = chart;
        this.signals = signals;
        if (words.reported() > 0) {
            lines(words);
            shapes();
        }
        missing(words);
    }

    private void lines(Words words) {
        items.add(new Item("value", (x, y) -> {
            line(Ink.DATA, "1.4", null).draw(x, y);
            svg.shape("circle", Ink.DATA, null, "cx", Svg.number(x + 11), "cy", Svg.number(y), "r", "3.2");
        }));
        items.add(new Item(words.centre(), line(Ink.CENTRE, "1.8", null)));
        if (chart.points().stream().anyMatch(point -> point.upper() != null)) {
            items.add(new Item("control limits", line(Ink.LIMIT, "1.6", "7 4")));
        }
        if (chart.target() != null) {
            items.add(new Item("target", line(Ink.TARGET, "1.8", "10 3 2 3")));
        }
        if (chart.phases().stream().anyMatch(Phase::frozen)) {
            items.add(new Item(
                    "frozen baseline",
                    (x, y) -> svg.shape(
                            "rect",
                            Ink.BASELINE,
                            Ink.GRID,
                            "x",
                            Svg.number(x),
                            "y",
                            Svg.number(y - 6),
                            "width",
                            "22",
                            "height",
                            "12")));
        }
    }

    private void shapes() {
        for (Meaning meaning : Meaning.values()) {
            if (signals.has(meaning)) {
                String text = switch (meaning) {
                    case IMPROVEMENT -> "signal: improvement";
                    case CONCERN -> "signal: concern";
                    case NEITHER -> "signal: neither good nor bad";
                };
                items.add(new Item(text, (x, y) -> PlotPoints.signal(svg, meaning, x + 11, y, 6)));
            }
        }
        if (chart.phases().stream().anyMatch(phase -> SignalMarks.ofPhase(chart, phase.number()))) {
            items.add(new Item("signal of the whole phase", (x, y) -> {
                line(Ink.CENTRE, "1.8", null).draw(x, y);
                line(Ink.NEITHER, "6", "1.5 9").draw(x, y);
            }));
        }
        if (chart.points().stream().anyMatch(Point::outside)) {
            items.add(new Item("outside the limits", (x, y) -> PlotPoints.ring(svg, x + 11, y, 7)));
        }
        if (chart.points().stream().anyMatch(Point::excluded)) {
            items.add(new Item(
                    "left out of centre and limits",
                    (x, y) -> svg.shape(
                            "circle",
                            Ink.BACKGROUND,
                            Ink.QUIET,
                            "cx",
                            Svg.number(x + 11),
                            "cy",
                            Svg.number(y),
                            "r",
                            "3.6")));
        }
    }

    private void missing(Words words) {
        long suppressed = words.count(PointStatus.SUPPRESSED);
        if (suppressed > 0) {
            items.add(new Item(
                    "suppressed (small group)",
                    (x, y) -> PlotPoints.missing(svg, PointStatus.SUPPRESSED, x + 11, y, 4)));
        }
        if (chart.points().size() - words.reported() - suppressed > 0) {
            items.add(new Item(
                    "not reported", (x, y) -> PlotPoints.missing(svg, PointStatus.NOT_REPORTED, x + 11, y, 4)));
        }
    }

    private Symbol line(Ink ink, String width, String dashes) {
        return (x, y) -> svg.shape(
                "path",
                null,
                ink,
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes,
                "d",
                "M%s %sh22".formatted(Svg.number(x), Svg.number(y)));
    }

    double height(double left, double right) {
        return items.isEmpty() ? 0 : place(left, right, false, 0);
    }

    void draw(double left, double right, double top) {
        svg.open("g", "class", "legend", "font-size", Svg.number(FONT));
        place(left, right, true, top);
        svg.close();
    }

    private double place(double left, double right, boolean really, double top) {
        double x = left;
        double y = top + ROW / 2;
        for (Item item : items) {
            double width = SYMBOL + TextSize.width(item.text(), FONT) + 14;
            if (x > left && x + width > right) {
                x = left;
                y += ROW;
            }
            if (really) {
                item.symbol().draw(x, y);
                svg.label(x + SYMBOL, y + 4, "start", Ink.TEXT, item.text());
            }
            x += width;
        }
        return y + ROW / 2 - top;
    }
}
