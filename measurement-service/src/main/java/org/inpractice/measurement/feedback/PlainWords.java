package org.inpractice.measurement.feedback;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.measurement.feedback.FeedbackReport.PredictionBeside;
import org.inpractice.measurement.feedback.FollowedEvent.CycleMeasure;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.feedback.MeasureNumbers.Completeness;
import org.inpractice.measurement.feedback.MeasureNumbers.Effect;

/**
 * The report as one paragraph for somebody who runs a school and not a statistics class: no number that is not in the
 * report, no word of a method. Pure.
 */
record PlainWords(
        CycleStarted cycle,
        CycleVerdict verdict,
        List<MeasureFeedback> measures,
        PredictionBeside prediction,
        List<OverlappingCycle> overlapping) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** Three digits are as many as anybody keeps in mind. */
    private static final MathContext READABLE = new MathContext(3);

    String paragraph() {
        List<String> sentences = new ArrayList<>();
        Optional<MeasureFeedback> outcome = outcome();
        sentences.add("“%s” began on %s%s."
                .formatted(
                        cycle.changeIdea(),
                        day(cycle.startedOn()),
                        cycle.siteId() == null ? "" : " at site " + cycle.siteId()));
        sentences.add(outcome.map(this::whatHappened)
                .orElse("No outcome measure was named, so nothing can tell whether it helped."));
        outcome.flatMap(PlainWords::howMuch).ifPresent(sentences::add);
        predicted().ifPresent(sentences::add);
        others().ifPresent(sentences::add);
        outcome.flatMap(PlainWords::gaps).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private Optional<MeasureFeedback> outcome() {
        List<MeasureFeedback> outcomes = measures.stream()
                .filter(measure -> new CycleMeasure(measure.measureId(), measure.role()).isOutcome())
                .toList();
        return outcomes.isEmpty() ? Optional.empty() : Optional.of(CycleVerdict.telling(outcomes));
    }

    private String whatHappened(MeasureFeedback outcome) {
        String name = name(outcome);
        return switch (verdict.verdict()) {
            case IMPROVED -> name + " has got better since then.";
            case WORSENED -> name + " has got worse since then.";
            case NO_SIGNAL_YET -> name + " shows no change so far that stands out from its usual ups and downs.";
            case INSUFFICIENT_DATA -> "There is not enough data yet to say whether %s moved.".formatted(name);
            case UNSTABLE_BASELINE ->
                name + " was already moving before that day, so the data cannot say whether the change made a"
                        + " difference.";
            case CONFOUNDED ->
                "%s has got %s since then, but it was not the only change: %s was under way on the same outcome at the same time, so nobody can say which of them did it."
                        .formatted(name, outcome.verdict() == Verdict.IMPROVED ? "better" : "worse", ideas(outcome));
            case IMPROVED_AT_EXPENSE ->
                "%s has got better since then, but %s got worse meanwhile: weigh one against the other."
                        .formatted(name, String.join(" and ", verdict.balancingWorsened()));
        };
    }

    private String ideas(MeasureFeedback outcome) {
        return overlapping.stream()
                .filter(other -> other.measureIds().contains(outcome.measureId()))
                .map(other -> "“" + other.changeIdea() + "”")
                .collect(Collectors.joining(" and "));
    }

    private static Optional<String> howMuch(MeasureFeedback outcome) {
        Effect effect = outcome.effect();
        if (effect == null || outcome.medianBefore() == null || outcome.medianSince() == null) {
            return Optional.empty();
        }
        String middle = "The middle value went from %s to %s %s"
                .formatted(readable(outcome.medianBefore()), readable(outcome.medianSince()), outcome.unit());
        if (effect.interval() == null) {
            return Optional.of(middle + ".");
        }
        String reach =
                "; our best estimate of the change is %s %s, and we can be 95 percent confident that it lies between %s and %s"
                        .formatted(
                                signed(effect.estimate()),
                                effect.unit(),
                                signed(effect.interval().low()),
                                signed(effect.interval().high()));
        boolean perhapsNone = effect.interval().low().signum() <= 0
                && effect.interval().high().signum() >= 0;
        return Optional.of(middle + reach + (perhapsNone ? ", so its size is uncertain and could even be zero." : "."));
    }

    private Optional<String> predicted() {
        if (prediction == null || prediction.statement() == null) {
            return Optional.empty();
        }
        String outcome = prediction.cameTrue() == null
                ? "whether that came true cannot be told yet"
                : prediction.cameTrue() ? "by the numbers, that came true" : "by the numbers, that has not come true";
        String statement = prediction.statement().strip();
        String open = statement.endsWith(".") ? statement.substring(0, statement.length() - 1) : statement;
        return Optional.of("The team had predicted “%s”; %s.".formatted(open, outcome));
    }

    /** What the verdict does not say already. */
    private Optional<String> others() {
        List<String> notFound = measures.stream()
                .filter(measure -> !measure.found())
                .map(measure -> measure.measureId().toString())
                .toList();
        boolean harmed = !verdict.balancingWorsened().isEmpty() && verdict.verdict() != Verdict.IMPROVED_AT_EXPENSE;
        if (notFound.isEmpty() && !harmed) {
            return Optional.empty();
        }
        String harm =
                harmed ? "Meanwhile %s got worse.".formatted(String.join(" and ", verdict.balancingWorsened())) : "";
        String missing = notFound.isEmpty()
                ? ""
                : "The cycle also names measures that are not defined here: %s.".formatted(String.join(", ", notFound));
        return Optional.of((harm + " " + missing).strip());
    }

    private static Optional<String> gaps(MeasureFeedback outcome) {
        Completeness told = outcome.completeness();
        if (told == null || told.suppressed() + told.notReported() + told.missing() == 0) {
            return Optional.empty();
        }
        List<String> gaps = new ArrayList<>();
        add(gaps, told.suppressed(), "hidden because the group is small");
        add(gaps, told.notReported(), "without a number");
        add(gaps, told.missing(), "missing");
        int all = told.reported() + told.suppressed() + told.notReported() + told.missing();
        return Optional.of("Of its %d reporting periods, %s.".formatted(all, String.join(", ", gaps)));
    }

    private static void add(List<String> gaps, int count, String what) {
        if (count > 0) {
            gaps.add(count + (count == 1 ? " is " : " are ") + what);
        }
    }

    private static String name(MeasureFeedback measure) {
        return measure.found() ? measure.name() : "the measure " + measure.measureId();
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String readable(BigDecimal number) {
        BigDecimal rounded = number.round(READABLE).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }

    private static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + readable(number).replace('-', '−');
    }
}
