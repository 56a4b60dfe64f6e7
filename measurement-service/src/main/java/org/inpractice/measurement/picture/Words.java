package org.inpractice.measurement.picture;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inpractice.measurement.chart.CentreLine;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.LimitsState;
import org.inpractice.measurement.chart.Phase;
import org.inpractice.measurement.chart.Point;
import org.inpractice.measurement.chart.PointStatus;
import org.inpractice.measurement.chart.Signal;
import org.inpractice.measurement.chart.SignalRule;

/** What a picture says in words. */
record Words(Chart chart, List<Mark> marks, NumberText numbers) {
    private static final int MOST_IN_DESCRIPTION = 10;

    static String chart(ChartType type) {
        return switch (type) {
            case RUN -> "Run chart";
            case I -> "I chart (individual values)";
            case MOVING_RANGE -> "Moving range chart";
            case P -> "p chart (proportions)";
            case P_PRIME -> "p′ chart (proportions, Laney)";
            case U -> "u chart (rates)";
            case U_PRIME -> "u′ chart (rates, Laney)";
            case C -> "c chart (counts)";
            case XBAR -> "X̄ chart (means)";
            case S -> "S chart (standard deviations)";
            case T -> "t chart (time between events)";
            case G -> "g chart (cases between events)";
        };
    }

    static String rule(SignalRule rule) {
        return switch (rule) {
            case LONG_RUN -> "Long run";
            case FEW_CROSSINGS -> "Few crossings";
            case SHIFT -> "Shift";
            case TREND, SEVEN_POINT_TREND -> "Trend";
            case TOO_FEW_RUNS -> "Too few runs";
            case TOO_MANY_RUNS -> "Too many runs";
            case ASTRONOMICAL_POINT -> "Astronomical point";
            case OUTSIDE_LIMITS -> "Outside the limits";
            case TWO_OF_THREE -> "Two of three near a limit";
            case SEVEN_POINTS_ONE_SIDE -> "Seven on one side";
        };
    }

    /** What the centre line is. */
    String centre() {
        boolean median = chart.type() == ChartType.RUN
                || (chart.type() == ChartType.G && chart.centreLine() == CentreLine.MEDIAN);
        return median ? "median" : "mean";
    }

    String title() {
        return chart.title() == null || chart.title().isBlank()
                ? chart(chart.type())
                : chart.title().strip();
    }

    String subtitle() {
        String n = "n = %d".formatted(reported());
        return List.of(
                        chart(chart.type()),
                        chart.unit() == null ? "" : chart.unit().strip(),
                        n,
                        chart.rules().id())
                .stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    long reported() {
        return chart.points().stream().filter(point -> point.value() != null).count();
    }

    long count(PointStatus status) {
        return chart.points().stream().filter(point -> point.status() == status).count();
    }

    /** Why there is nothing to see. */
    String nothing() {
        if (chart.points().isEmpty()) {
            return "No points yet";
        }
        long suppressed = count(PointStatus.SUPPRESSED);
        return suppressed == chart.points().size()
                ? "All points are suppressed: the groups are too small to be shown"
                : suppressed > 0 ? "No numbers to show: suppressed or not reported" : "No numbers reported";
    }

    String phase(Phase phase) {
        String name = phase.name() == null || phase.name().isBlank()
                ? ""
                : " “" + phase.name().strip() + "”";
        String baseline = phase.frozen() ? ", frozen from " + span(phase.baselineFrom(), phase.baselineTo()) : "";
        return "Phase %d%s, %s: %s%s"
                .formatted(phase.number(), name, span(phase.from(), phase.to()), level(phase), baseline);
    }

    private String level(Phase phase) {
        if (phase.centre() == null) {
            return "no numbers";
        }
        String limits = last(phase)
                .map(point -> ", limits %s to %s".formatted(numbers.of(point.lower()), numbers.of(point.upper())))
                .orElse("");
        return "%s %s%s%s"
                .formatted(
                        centre(),
                        numbers.of(phase.centre()),
                        limits,
                        !limits.isEmpty() && phase.limits() == LimitsState.TRIAL ? " (trial)" : "");
    }

    /** The last point of a phase that has limits. */
    Optional<Point> last(Phase phase) {
        return chart.points().reversed().stream()
                .filter(point -> point.phase() == phase.number() && point.lower() != null && point.upper() != null)
                .findFirst();
    }

    String signal(Signal signal) {
        List<Integer> points = signal.points();
        String where = points.isEmpty() ? "" : " (" + span(points.getFirst(), points.getLast()) + ")";
        return "%s%s: %s".formatted(rule(signal.rule()), where, signal.sentence());
    }

    /** From one point to another, by their labels; by their indices where these are not shown. */
    String span(int from, int to) {
        return from == to ? label(from) : label(from) + " to " + label(to);
    }

    private String label(int index) {
        int place = index - Frame.first(chart);
        return place >= 0 && place < chart.points().size()
                ? chart.points().get(place).label()
                : "point " + index;
    }

    /** One point, for whoever rests the pointer on it. */
    String point(Point point) {
        return "%s: %s%s%s"
                .formatted(
                        point.label(),
                        numbers.of(point.value()),
                        point.outside() ? ", outside the limits" : "",
                        point.excluded() ? ", left out of centre and limits" : "");
    }

    /** The whole picture, for whoever hears it. */
    String description() {
        StringBuilder text = new StringBuilder(chart(chart.type()));
        if (!chart.points().isEmpty()) {
            text.append(" of ")
                    .append(span(
                            chart.points().getFirst().index(),
                            chart.points().getLast().index()));
        }
        text.append(chart.unit() == null ? "" : ", in " + chart.unit().strip());
        text.append(". ").append(reported() == 0 ? nothing() : told()).append('.');
        chart.phases().forEach(phase -> text.append(' ').append(phase(phase)).append('.'));
        if (chart.target() != null) {
            text.append(" Target ").append(numbers.of(chart.target())).append('.');
        }
        text.append(chart.signals().isEmpty() ? " No signals." : " Signals:");
        chart.signals().stream()
                .limit(MOST_IN_DESCRIPTION)
                .forEach(signal -> text.append(' ').append(signal(signal)));
        if (chart.signals().size() > MOST_IN_DESCRIPTION) {
            text.append(" And ")
                    .append(chart.signals().size() - MOST_IN_DESCRIPTION)
                    .append(" more.");
        }
        marks.stream()
                .limit(MOST_IN_DESCRIPTION)
                .forEach(mark -> text.append(' ').append(mark.text()).append('.'));
        return text.toString();
    }

    private String told() {
        Point last = chart.points().reversed().stream()
                .filter(point -> point.value() != null)
                .findFirst()
                .orElseThrow();
        long suppressed = count(PointStatus.SUPPRESSED);
        long missing = chart.points().size() - reported() - suppressed;
        return "%d values, %d suppressed, %d not reported; the latest, of %s, is %s"
                .formatted(reported(), suppressed, missing, last.label(), numbers.of(last.value()));
    }
}
