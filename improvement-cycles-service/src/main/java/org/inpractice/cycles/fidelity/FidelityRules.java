package org.inpractice.cycles.fidelity;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.inpractice.cycles.fidelity.CycleFacts.MeasureFacts;
import org.inpractice.cycles.fidelity.CycleFacts.Reach;
import org.inpractice.cycles.fidelity.Fidelity.Point;

/** Judges a cycle, feature by feature. Pure: the same facts always get the same judgement. */
public final class FidelityRules {
    /** A shift takes six points (Perla RJ, Provost LP, Murray SK. BMJ Quality & Safety 2011;20:46-51). */
    static final int ENOUGH_POINTS = 6;

    /**
     * Two of three expected periods: our choice, no study of the method gives a share. A school year of 180 days is 36 weeks
     * of 52, and holidays count as expected here.
     */
    static final double ENOUGH_TOLD = 2.0 / 3;

    /** UTC-12, the last zone to begin a day: what was told on a day anywhere was told on it here. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private final CycleFacts cycle;

    private FidelityRules(CycleFacts cycle) {
        this.cycle = cycle;
    }

    /** The judgement. */
    public static Fidelity judge(CycleFacts cycle) {
        FidelityRules rules = new FidelityRules(cycle);
        return Fidelity.of(
                cycle.cycleId(),
                List.of(
                        rules.iterative(),
                        rules.predicted(),
                        rules.dataOverTime(),
                        rules.smallFirst(),
                        rules.studied(),
                        rules.consistent(),
                        rules.theory()));
    }

    private Point iterative() {
        Feature feature = Feature.ITERATIVE_CYCLES;
        if (cycle.previous() != null || cycle.next() != null) {
            return met(
                    feature,
                    cycle.next() == null
                            ? "It follows another cycle of the same idea."
                            : cycle.previous() == null
                                    ? "Another cycle of the same idea follows it."
                                    : "It stands between other cycles of the same idea.",
                    cycle.previous(),
                    cycle.next());
        }
        if (cycle.decided() == null) {
            return open(feature, "It is the first test of its idea, and not decided yet.");
        }
        if (cycle.decision().equals("abandon")) {
            return Point.of(
                    feature,
                    Outcome.NOT_ASKED,
                    "The idea was abandoned after its first test; nothing is left to repeat.",
                    List.of(cycle.decided()));
        }
        return notMet(feature, "The idea was adopted after a single cycle.", cycle.decided());
    }

    private Point predicted() {
        Feature feature = Feature.PREDICTION_BEFORE_TEST;
        if (cycle.started() == null) {
            return open(feature, "It has not started.", cycle.predicted());
        }
        if (cycle.predicted() == null || !cycle.measurable()) {
            return notMet(
                    feature,
                    "No prediction names a measure and which way it will move, so none can turn out wrong.",
                    cycle.predicted(),
                    cycle.started());
        }
        if (dayOf(cycle.predicted().occurredAt()).isAfter(cycle.startedOn())) {
            return notMet(
                    feature,
                    "The prediction that stands was made after the start on " + cycle.startedOn() + ".",
                    cycle.predicted(),
                    cycle.started());
        }
        boolean seen = !dayOf(cycle.predicted().recordedAt()).isAfter(cycle.startedOn());
        return met(
                feature,
                seen
                        ? "The prediction was recorded not later than the day of the start."
                        : "The prediction is said to be from before the start; it was recorded afterwards, so nobody but the"
                                + " team can vouch for it.",
                cycle.predicted(),
                cycle.started());
    }

    private static LocalDate dayOf(java.time.Instant instant) {
        return LocalDate.ofInstant(instant, LAST_ZONE);
    }

    private Point dataOverTime() {
        Feature feature = Feature.DATA_OVER_TIME;
        if (cycle.started() == null) {
            return open(feature, "It has not started.");
        }
        Optional<MeasureFacts> good =
                cycle.data().stream().filter(FidelityRules::isEnough).findFirst();
        if (good.isPresent()) {
            return met(
                    feature,
                    "%s: %d points since the start, %d periods expected."
                            .formatted(
                                    good.get().name(),
                                    good.get().points(),
                                    good.get().expected()),
                    cycle.studied());
        }
        String best = cycle.data().stream()
                .max(Comparator.comparingInt(MeasureFacts::points))
                .map(one ->
                        "%s has %d points since the start, of %d expected periods%s; it takes %d, monthly or more often,"
                                        .formatted(
                                                one.name() == null ? "The measure watched" : one.name(),
                                                one.points(),
                                                one.expected(),
                                                Boolean.FALSE.equals(one.monthlyOrMore()) ? " longer than a month" : "",
                                                ENOUGH_POINTS)
                                + " and two of three told.")
                .orElse("No measure is watched.");
        return cycle.studied() == null ? open(feature, best) : notMet(feature, best, cycle.studied());
    }

    private static boolean isEnough(MeasureFacts measure) {
        return measure.points() >= ENOUGH_POINTS
                && Boolean.TRUE.equals(measure.monthlyOrMore())
                && measure.points() >= ENOUGH_TOLD * measure.expected();
    }

    private Point smallFirst() {
        Feature feature = Feature.SMALL_SCALE_FIRST;
        Reach reach = cycle.reach();
        if (cycle.started() == null) {
            return open(feature, "It has not started.");
        }
        if (reach == null) {
            return open(feature, "Nobody has said how large the test is.", cycle.started());
        }
        if (cycle.rung() == 1) {
            return reach.compareTo(Reach.SITE) <= 0
                    ? met(feature, "The first test is made in " + reach.words() + ".", cycle.started())
                    : notMet(feature, "The first test takes in " + reach.words() + ".", cycle.started());
        }
        if (cycle.reachBelow() == null) {
            return open(feature, "Nobody has said how large the tests before were.", cycle.started());
        }
        String from = "from " + cycle.reachBelow().words() + " to " + reach.words();
        return reach.stepsFrom(cycle.reachBelow()) <= 1
                ? met(
                        feature,
                        "It goes " + from + ", not more than one step larger.",
                        cycle.previous(),
                        cycle.started())
                : notMet(feature, "It goes " + from + " in one step.", cycle.previous(), cycle.started());
    }

    private Point studied() {
        Feature feature = Feature.STUDY_BEFORE_DECISION;
        if (cycle.decided() == null) {
            return open(feature, "It is not decided yet.", cycle.studied());
        }
        boolean sawData = cycle.data().stream().anyMatch(measure -> measure.points() > 0);
        return sawData
                ? met(
                        feature,
                        "The study came before the decision, with data since the start to look at.",
                        cycle.studied(),
                        cycle.decided())
                : notMet(
                        feature,
                        "When it was studied no number since the start was known here: words were compared with words.",
                        cycle.studied(),
                        cycle.decided());
    }

    private Point consistent() {
        Feature feature = Feature.DECISION_FITS_STUDY;
        if (cycle.decided() == null) {
            return open(feature, "It is not decided yet.", cycle.verdictEvent());
        }
        if (cycle.verdict() == null) {
            return open(feature, "No verdict was known when it was decided.", cycle.decided());
        }
        DecisionFit fit = DecisionFit.of(cycle.decision(), cycle.verdict());
        return Point.of(feature, fit.outcome(), fit.why(), evidence(cycle.verdictEvent(), cycle.decided()));
    }

    private Point theory() {
        Feature feature = Feature.THEORY_UPDATED;
        if (cycle.decided() == null) {
            return open(feature, "It is not decided yet.");
        }
        return switch (cycle.decision()) {
            case "adapt" ->
                Boolean.FALSE.equals(cycle.ideaChanged())
                        ? notMet(
                                feature,
                                "It was adapted, and the next plan words the idea as before.",
                                cycle.decided(),
                                cycle.next())
                        : cycle.ideaChanged() == null
                                ? open(feature, "The next plan is not known.", cycle.decided())
                                : met(
                                        feature,
                                        "The next plan words the idea differently.",
                                        cycle.decided(),
                                        cycle.next());
            case "adopt" ->
                cycle.standardised() != null
                        ? met(feature, "The adopted idea is standard work with an owner.", cycle.standardised())
                        : open(feature, "It was adopted; no standard work with an owner is said yet.", cycle.decided());
            default ->
                cycle.learned()
                        ? met(
                                feature,
                                "The idea was abandoned with what was learned.",
                                cycle.studied(),
                                cycle.decided())
                        : notMet(feature, "The idea was abandoned, and nothing was learned.", cycle.decided());
        };
    }

    private Point open(Feature feature, String why, Evidence... events) {
        if (cycle.cancelled()) {
            return Point.of(
                    feature, Outcome.NOT_ASKED, "The cycle was given up before that could be seen.", evidence(events));
        }
        return Point.of(feature, Outcome.NOT_YET_KNOWABLE, why, evidence(events));
    }

    private static Point met(Feature feature, String why, Evidence... events) {
        return Point.of(feature, Outcome.MET, why, evidence(events));
    }

    private static Point notMet(Feature feature, String why, Evidence... events) {
        return Point.of(feature, Outcome.NOT_MET, why, evidence(events));
    }

    private static List<Evidence> evidence(Evidence... events) {
        return new ArrayList<>(Stream.of(events).filter(Objects::nonNull).toList());
    }
}
