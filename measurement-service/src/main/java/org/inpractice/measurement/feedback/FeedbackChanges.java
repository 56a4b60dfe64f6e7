package org.inpractice.measurement.feedback;

import static org.inpractice.measurement.feedback.MeasureVerdict.rounded;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.measurement.feedback.BetweenEvents.OfCycle;
import org.inpractice.measurement.feedback.BetweenEvents.OfFailure;
import org.inpractice.measurement.feedback.BetweenEvents.OfObservation;
import org.inpractice.measurement.feedback.ChangesReport.Cause;
import org.inpractice.measurement.feedback.ChangesReport.Change;
import org.inpractice.measurement.feedback.ChangesReport.MeasureThen;
import org.inpractice.measurement.feedback.ChangesReport.ReportThen;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;

/** What changed between two reports, and why. Pure: two reports and the events between them in, reasons out. */
final class FeedbackChanges {
    /** A page nobody reads to its end; the sequence numbers and GET events lead to the rest. */
    static final int MOST_CHANGES = 1_000;

    static final String MEASURES = "measurement-service";
    static final String CYCLES = "improvement-cycles-service";
    static final String LEARNING = "learning-log-service";

    /**
     * A report and its points at an instant.
     *
     * @param report null when there was none yet
     */
    record Then(ReportThen said, FeedbackReport report, List<MeasuredSeries> series) {}

    private final UUID cycleId;
    private final Then from;
    private final Then to;
    private final Map<UUID, Map<LocalDate, Observed>> was;
    private final Map<UUID, Map<LocalDate, Observed>> now;
    private final List<Change> changes = new ArrayList<>();

    FeedbackChanges(UUID cycleId, Then from, Then to) {
        this.cycleId = cycleId;
        this.from = from;
        this.to = to;
        was = byPeriod(from.series());
        now = byPeriod(to.series());
    }

    ChangesReport explain(List<OfObservation> observations, List<OfCycle> cycles, List<OfFailure> failures) {
        if (from.report() != null && !from.report().ruleSet().equals(to.report().ruleSet())) {
            add(
                    Cause.RULE_SET_CHANGED,
                    "The rules were %s and are %s."
                            .formatted(from.report().ruleSet(), to.report().ruleSet()));
        }
        for (MeasuredSeries series : from.series()) {
            if (!series.isFound() && found(series.measureId()) != null) {
                add(Cause.MEASURE_DEFINED, "“%s” was not defined here before.".formatted(found(series.measureId())));
            }
        }
        observations.forEach(this::observation);
        cycles.forEach(this::cycle);
        failures.forEach(this::failure);
        List<Change> inOrder = changes.stream()
                .sorted(Comparator.comparing(Change::recordedAt, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        boolean changed = from.said().verdict() != to.said().verdict();
        return new ChangesReport(
                cycleId,
                from.said(),
                to.said(),
                changed,
                summary(changed),
                measures(),
                inOrder.stream().limit(MOST_CHANGES).toList(),
                Math.max(0, inOrder.size() - MOST_CHANGES));
    }

    private void observation(OfObservation event) {
        Observed before = was.getOrDefault(event.measureId(), Map.of()).get(event.periodStart());
        Observed after = now.getOrDefault(event.measureId(), Map.of()).get(event.periodStart());
        Cause cause = event.type().endsWith(".withdrawn")
                ? Cause.WITHDRAWN_DATA
                : event.type().endsWith(".corrected") ? Cause.CORRECTED_DATA : Cause.NEW_DATA;
        Observed either = after == null ? before : after;
        String period = either == null ? event.periodStart().toString() : either.period();
        String what = "%s, %s: %s."
                .formatted(
                        found(event.measureId()),
                        period,
                        cause == Cause.WITHDRAWN_DATA
                                ? "what was told was taken back"
                                : cause == Cause.CORRECTED_DATA
                                        ? "it was told anew"
                                        : "it was told for the first time");
        changes.add(new Change(
                cause,
                what,
                event.measureId(),
                period,
                number(before),
                number(after),
                MEASURES,
                event.sequence(),
                event.eventId(),
                event.recordedAt()));
    }

    private void cycle(OfCycle event) {
        boolean own = event.cycleId().equals(cycleId);
        String who = own ? "The cycle" : "Cycle " + event.cycleId() + ", at work on the same outcome,";
        changes.add(new Change(
                own ? Cause.CYCLE_CHANGED : Cause.OVERLAP_CHANGED,
                "%s was %s.".formatted(who, event.step()),
                null,
                null,
                null,
                null,
                CYCLES,
                event.sequence(),
                event.eventId(),
                event.recordedAt()));
    }

    private void failure(OfFailure event) {
        changes.add(new Change(
                Cause.FAILURE_CHANGED,
                "A %s of the cycle was %s."
                        .formatted(event.kind().replace('_', '-'), event.reviewed() ? "reviewed" : "reported"),
                null,
                null,
                null,
                null,
                LEARNING,
                null,
                event.eventId(),
                event.recordedAt()));
    }

    private void add(Cause cause, String what) {
        changes.add(new Change(cause, what, null, null, null, null, null, null, null, null));
    }

    private List<MeasureThen> measures() {
        Map<UUID, MeasureFeedback> before = new HashMap<>();
        if (from.report() != null) {
            from.report().measures().forEach(measure -> before.put(measure.measureId(), measure));
        }
        return to.report().measures().stream()
                .map(after -> measure(Optional.ofNullable(before.get(after.measureId())), after))
                .toList();
    }

    private static MeasureThen measure(Optional<MeasureFeedback> before, MeasureFeedback after) {
        return new MeasureThen(
                after.measureId(),
                after.name(),
                before.map(MeasureFeedback::verdict).orElse(null),
                after.verdict(),
                before.map(MeasureFeedback::pointsSince).orElse(0),
                after.pointsSince(),
                before.map(MeasureFeedback::change).orElse(null),
                after.change(),
                before.map(MeasureFeedback::effect).map(Effect::estimate).orElse(null),
                after.effect() == null ? null : after.effect().estimate());
    }

    private String summary(boolean changed) {
        String verdict = changed
                ? "The verdict went from %s to %s."
                        .formatted(
                                from.said().verdict() == null
                                        ? "none"
                                        : words(from.said().verdict()),
                                words(to.said().verdict()))
                : "The verdict is still %s.".formatted(words(to.said().verdict()));
        if (changes.isEmpty()) {
            return verdict + " Nothing happened in between that the report uses.";
        }
        Map<Cause, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(Change::cause, () -> new EnumMap<>(Cause.class), Collectors.counting()));
        return verdict
                + " In between: "
                + counts.entrySet().stream()
                        .map(count -> words(count.getKey()) + " " + count.getValue())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private String found(UUID measureId) {
        return to.series().stream()
                .filter(series -> series.measureId().equals(measureId) && series.isFound())
                .map(MeasuredSeries::name)
                .findFirst()
                .orElse(null);
    }

    private static BigDecimal number(Observed point) {
        return point == null ? null : rounded(point.value());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<UUID, Map<LocalDate, Observed>> byPeriod(List<MeasuredSeries> all) {
        Map<UUID, Map<LocalDate, Observed>> byPeriod = new HashMap<>();
        for (MeasuredSeries series : all) {
            Map<LocalDate, Observed> points = byPeriod.computeIfAbsent(series.measureId(), id -> new HashMap<>());
            series.points().forEach(point -> points.put(point.start(), point));
        }
        return byPeriod;
    }

    /** What a report said, in short. */
    static ReportThen said(FeedbackReport report, Instant asOf) {
        return new ReportThen(
                asOf, report.verdict(), report.why(), report.fromSequence(), report.toSequence(), report.ruleSet());
    }
}
