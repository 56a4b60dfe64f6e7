package org.inpractice.cycles.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * The reliability of predictions as a picture: how often they came true against how sure the teams were, with the interval
 * and the count of each bin, and below it how the probabilities are spread. Few cases are drawn hollow, and said.
 */
public final class ReliabilityPicture {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 660;
    private static final double LEFT = 86;
    private static final double TOP = 112;
    private static final double SIDE = 400;
    private static final double BARS_TOP = 560;
    private static final double BARS_BOTTOM = 624;
    /** Characters of a line of the summary that surely fit. */
    private static final int LINE = 92;

    private static final double KEY = LEFT + SIDE + 28;

    /** Contrast of text to background is 4.5 to 1 or more, light and dark (WCAG 2.2, success criterion 1.4.3). */
    private static final String STYLE = """
            .ground{fill:#ffffff}.grid{stroke:#dde2e8}.frame{stroke:#57606a;fill:none}.even{stroke:#57606a;stroke-dasharray:6 4}
            .base{stroke:#7a5200;stroke-dasharray:2 4;stroke-width:1.5}.bar{fill:#b9cbe0}.range{stroke:#24527a;stroke-width:1.5}
            .point{fill:#24527a;stroke:#24527a;stroke-width:2}.few{fill:#ffffff;stroke:#24527a;stroke-width:2}
            text{font-family:system-ui,'Segoe UI','DejaVu Sans',sans-serif;font-size:13px;fill:#1f2328}
            .title{font-size:19px;font-weight:600}.quiet{fill:#57606a}.small{font-size:12px;fill:#57606a}
            .gold{font-size:12px;fill:#7a5200}.halo{stroke:#ffffff;stroke-width:4;stroke-linejoin:round;paint-order:stroke}
            @media screen and (prefers-color-scheme:dark){.ground{fill:#15191e}.grid{stroke:#323b45}
            .frame,.even{stroke:#a9b3bd}.base{stroke:#e3b341}.bar{fill:#32506e}.range{stroke:#8fc1ef}
            .point{fill:#8fc1ef;stroke:#8fc1ef}.few{fill:#15191e;stroke:#8fc1ef}text{fill:#e6edf3}
            .quiet,.small{fill:#a9b3bd}.gold{fill:#e3b341}.halo{stroke:#15191e}}
            """;

    private final Svg svg = new Svg();
    private final Calibration calibration;

    private ReliabilityPicture(Calibration calibration) {
        this.calibration = calibration;
    }

    /** The picture of some calibration, as SVG. */
    public static String svg(Calibration calibration) {
        return new ReliabilityPicture(calibration).drawn();
    }

    private String drawn() {
        svg.open(
                "svg",
                "xmlns",
                Svg.NAMESPACE,
                "viewBox",
                "0 0 720 660",
                "width",
                WIDTH,
                "height",
                HEIGHT,
                "role",
                "img",
                "aria-label",
                calibration.summary());
        svg.open("style").words(STYLE).close();
        svg.shape("rect", "class", "ground", "width", WIDTH, "height", HEIGHT);
        svg.label("title", 24, 34, "start", "Were teams right as often as they were sure?");
        double line = 58;
        for (String words : lines(calibration.summary())) {
            svg.label("quiet", 24, line, "start", words);
            line += 19;
        }
        axes();
        if (calibration.withProbability() == 0) {
            svg.label(
                    "quiet halo",
                    LEFT + SIDE / 2,
                    TOP + SIDE / 2,
                    "middle",
                    "No judged prediction says how sure the team was.");
        } else {
            base();
            calibration.reliability().forEach(this::range);
            calibration.reliability().forEach(this::point);
            bars();
        }
        key();
        return svg.close().finish();
    }

    private static List<String> lines(String words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ", -1)) {
            if (line.length() + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static double x(double share) {
        return LEFT + SIDE * share;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private void axes() {
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double share = tenth / 10.0;
            line("grid", x(share), y(0), x(share), y(1));
            line("grid", x(0), y(share), x(1), y(share));
            svg.label("small", x(share), y(0) + 18, "middle", tenth * 10 + "%");
            svg.label("small", x(0) - 8, y(share) + 4, "end", tenth * 10 + "%");
        }
        svg.shape("rect", "class", "frame", "x", LEFT, "y", TOP, "width", SIDE, "height", SIDE);
        line("even", x(0), y(0), x(1), y(1));
        svg.label("small", x(0.03), y(0.95), "start", "right more often than sure");
        svg.label("small", x(0.97), y(0.04), "end", "surer than right");
        svg.label("", LEFT + SIDE / 2, y(0) + 38, "middle", "How sure the team was");
        double middle = TOP + SIDE / 2;
        svg.label(
                "", 32, middle, "middle", "How often it came true", "transform", "rotate(-90 32 " + (int) middle + ")");
    }

    private void base() {
        double share = calibration.shareTrue().doubleValue();
        line("base", x(0), y(share), x(1), y(share));
        svg.label("gold halo", x(0) + 6, y(share) + (share > 0.9 ? 16 : -6), "start", "all together " + percent(share));
    }

    private void range(ReliabilityBin bin) {
        if (bin.count() > 0) {
            double at = x(bin.meanProbability().doubleValue());
            line("range", at, y(bin.low().doubleValue()), at, y(bin.high().doubleValue()));
            for (double end : List.of(bin.low().doubleValue(), bin.high().doubleValue())) {
                line("range", at - 5, y(end), at + 5, y(end));
            }
        }
    }

    private void point(ReliabilityBin bin) {
        if (bin.count() > 0) {
            double at = x(bin.meanProbability().doubleValue());
            double share = bin.shareTrue().doubleValue();
            double radius = Math.min(13, 4 + 1.6 * Math.sqrt(bin.count()));
            svg.shape("circle", "class", bin.few() ? "few" : "point", "cx", at, "cy", y(share), "r", radius);
        }
    }

    private void bars() {
        int most = calibration.reliability().stream()
                .mapToInt(ReliabilityBin::count)
                .max()
                .orElse(1);
        for (ReliabilityBin bin : calibration.reliability()) {
            double from = x(bin.from().doubleValue()) + 3;
            double width = x(bin.to().doubleValue()) - 3 - from;
            double height = (BARS_BOTTOM - BARS_TOP - 16) * bin.count() / Math.max(1, most);
            svg.shape("rect", "class", "bar", "x", from, "y", BARS_BOTTOM - height, "width", width, "height", height);
            svg.label(
                    "small",
                    from + width / 2,
                    BARS_BOTTOM - height - 4,
                    "middle",
                    bin.count() == 0 ? "none" : bin.cameTrue() + " of " + bin.count());
        }
        line("frame", LEFT, BARS_BOTTOM, LEFT + SIDE, BARS_BOTTOM);
        svg.label(
                "small",
                LEFT + SIDE / 2,
                BARS_BOTTOM + 18,
                "middle",
                "came true, of how many predictions of each probability");
    }

    private void key() {
        double y = TOP + 14;
        svg.shape("circle", "class", "point", "cx", KEY + 8, "cy", y - 4, "r", 7.0);
        svg.label("", KEY + 26, y, "start", "share that came true");
        y += 26;
        svg.shape("circle", "class", "few", "cx", KEY + 8, "cy", y - 4, "r", 6.0);
        svg.label("", KEY + 26, y, "start", "fewer than " + ReliabilityBin.FEW + ": says little");
        y += 26;
        line("range", KEY + 8, y - 13, KEY + 8, y + 4);
        svg.label("", KEY + 26, y, "start", "95% interval (Wilson)");
        y += 26;
        line("even", KEY, y - 4, KEY + 18, y - 4);
        svg.label("", KEY + 26, y, "start", "sure and right alike");
        y += 40;
        number(
                "Came true",
                calibration.hitRate() == null
                        ? "–"
                        : percent(calibration.hitRate().doubleValue()),
                y);
        number(
                "Bias of amounts",
                calibration.bias() == null ? "–" : calibration.bias().toPlainString(),
                y + 24);
        number(
                "Sharpness",
                calibration.sharpness() == null ? "–" : calibration.sharpness().toPlainString(),
                y + 48);
        number(
                "Brier score",
                calibration.brier() == null ? "–" : calibration.brier().toPlainString(),
                y + 72);
        number(
                "of the base rate",
                calibration.brierOfBaseRate() == null
                        ? "–"
                        : calibration.brierOfBaseRate().toPlainString(),
                y + 96);
    }

    private void number(String name, String value, double y) {
        svg.label("quiet", KEY, y, "start", name);
        svg.label("", WIDTH - 24, y, "end", value);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        svg.shape("line", "class", style, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }
}
