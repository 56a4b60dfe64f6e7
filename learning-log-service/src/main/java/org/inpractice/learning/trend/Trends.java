package org.inpractice.learning.trend;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What recurs, how often it nearly failed for each time it failed, and how long learning takes. Pure. */
public final class Trends {
    /** Of fewer reports a ratio says little: one more or less would change it by a tenth. Our choice. */
    static final int FEW = 10;

    private Trends() {}

    /**
     * A reviewed failure names a factor.
     *
     * @param code of the list of factors, or null
     * @param words its own words, or null
     */
    record NamedFactor(UUID failureId, String key, String code, String words, LocalDate reviewedOn) {}

    /**
     * A failure or near-failure.
     *
     * @param reviewedOn null before
     * @param actions how many were agreed on
     * @param lastCompletedOn when the last of its actions was done; null while one is open, or when there is none
     */
    record CountedFailure(
            UUID failureId,
            boolean near,
            LocalDate happenedOn,
            LocalDate reviewedOn,
            int actions,
            LocalDate lastCompletedOn) {}

    /**
     * How often a factor was named.
     *
     * @param failures how many reviewed failures name it
     * @param share of all reviewed ones in the period
     */
    @Schema(name = "FactorCount")
    public record FactorCount(String code, String words, int failures, BigDecimal share) {}

    /** The factors of a period, the most frequent first. */
    @Schema(name = "FactorsOfPeriod")
    public record FactorsOfPeriod(String period, int reviewed, List<FactorCount> factors) {}

    /**
     * Factors over time.
     *
     * @param recurring those that more than one review names, over all periods
     */
    @Schema(name = "FactorTrend")
    public record FactorTrend(int reviewed, List<FactorCount> recurring, List<FactorsOfPeriod> periods) {}

    /**
     * Near-failures beside failures.
     *
     * @param nearFailuresPerFailure absent when there was no failure
     * @param caution a sentence when there are too few to say much
     */
    @Schema(name = "NearFailureRatio")
    public record Ratio(
            String period, int nearFailures, int failures, BigDecimal nearFailuresPerFailure, String caution) {}

    /** The ratio over all periods, and in each. */
    @Schema(name = "NearFailureTrend")
    public record RatioTrend(Ratio all, List<Ratio> periods, String meaning) {}

    /** How long learning took for what happened in a period. */
    @Schema(name = "LearningDays")
    public record Days(String period, Median eventToReview, Median reviewToClosed, Median eventToClosed) {}

    /** The days over all periods, and in each. */
    @Schema(name = "LearningDaysTrend")
    public record DaysTrend(Days all, List<Days> periods, String how) {}

    static FactorTrend factors(List<CountedFailure> failures, List<NamedFactor> named, TrendPeriod by) {
        Map<String, Set<UUID>> reviewed = new TreeMap<>();
        Set<UUID> all = new HashSet<>();
        for (CountedFailure failure : failures) {
            if (failure.reviewedOn() != null) {
                reviewed.computeIfAbsent(by.of(failure.reviewedOn()), period -> new HashSet<>())
                        .add(failure.failureId());
                all.add(failure.failureId());
            }
        }
        List<NamedFactor> counted = named.stream()
                .filter(factor -> all.contains(factor.failureId()))
                .toList();
        List<FactorsOfPeriod> periods = new ArrayList<>();
        reviewed.forEach((period, ids) -> periods.add(new FactorsOfPeriod(
                period,
                ids.size(),
                count(
                        counted.stream()
                                .filter(factor -> ids.contains(factor.failureId()))
                                .toList(),
                        ids.size()))));
        List<FactorCount> recurring = count(counted, all.size()).stream()
                .filter(factor -> factor.failures() > 1)
                .toList();
        return new FactorTrend(all.size(), recurring, periods);
    }

    private static List<FactorCount> count(List<NamedFactor> named, int reviewed) {
        Map<String, Set<UUID>> failures = new LinkedHashMap<>();
        Map<String, NamedFactor> first = new LinkedHashMap<>();
        for (NamedFactor factor : named) {
            failures.computeIfAbsent(factor.key(), key -> new HashSet<>()).add(factor.failureId());
            first.putIfAbsent(factor.key(), factor);
        }
        return first.values().stream()
                .map(factor -> {
                    int count = failures.get(factor.key()).size();
                    return new FactorCount(factor.code(), factor.words(), count, share(count, reviewed));
                })
                .sorted(Comparator.comparingInt(FactorCount::failures)
                        .reversed()
                        .thenComparing(factor -> factor.code() == null ? factor.words() : factor.code()))
                .toList();
    }

    static RatioTrend ratio(List<CountedFailure> failures, TrendPeriod by) {
        List<Ratio> periods = new ArrayList<>();
        byPeriod(failures, by).forEach((period, of) -> periods.add(ratio(period, of)));
        return new RatioTrend(
                ratio(null, failures),
                periods,
                "Near-failures reported for each failure reported. It rises when people report more of what nearly went"
                        + " wrong, and when less goes wrong: read it beside the counts.");
    }

    private static Ratio ratio(String period, List<CountedFailure> failures) {
        int near = (int) failures.stream().filter(CountedFailure::near).count();
        int failed = failures.size() - near;
        String caution = failures.size() >= FEW
                ? null
                : "Fewer than %d reports: one more or less would change this ratio much.".formatted(FEW);
        return new Ratio(period, near, failed, failed == 0 ? null : share(near, failed), caution);
    }

    static DaysTrend days(List<CountedFailure> failures, TrendPeriod by) {
        List<Days> periods = new ArrayList<>();
        byPeriod(failures, by).forEach((period, of) -> periods.add(days(period, of)));
        return new DaysTrend(
                days(null, failures),
                periods,
                "Calendar days, by what happened in the period. To review: from the day it happened to the day of the review."
                        + " To closed: to the day on which the last of the review's actions was done, of reviews that agreed"
                        + " on any. Open ones are counted and not in the median.");
    }

    private static Days days(String period, List<CountedFailure> failures) {
        List<CountedFailure> reviewed = failures.stream()
                .filter(failure -> failure.reviewedOn() != null)
                .toList();
        List<CountedFailure> acted =
                reviewed.stream().filter(failure -> failure.actions() > 0).toList();
        List<CountedFailure> closed = acted.stream()
                .filter(failure -> failure.lastCompletedOn() != null)
                .toList();
        int open = acted.size() - closed.size();
        int notReviewed = failures.size() - reviewed.size();
        return new Days(
                period,
                Median.of(
                        reviewed.stream()
                                .map(failure -> ChronoUnit.DAYS.between(failure.happenedOn(), failure.reviewedOn()))
                                .toList(),
                        notReviewed),
                Median.of(
                        closed.stream()
                                .map(failure ->
                                        ChronoUnit.DAYS.between(failure.reviewedOn(), failure.lastCompletedOn()))
                                .toList(),
                        open),
                Median.of(
                        closed.stream()
                                .map(failure ->
                                        ChronoUnit.DAYS.between(failure.happenedOn(), failure.lastCompletedOn()))
                                .toList(),
                        open + notReviewed));
    }

    private static SortedMap<String, List<CountedFailure>> byPeriod(List<CountedFailure> failures, TrendPeriod by) {
        SortedMap<String, List<CountedFailure>> periods = new TreeMap<>();
        for (CountedFailure failure : failures) {
            periods.computeIfAbsent(by.of(failure.happenedOn()), period -> new ArrayList<>())
                    .add(failure);
        }
        return periods;
    }

    private static BigDecimal share(int count, int of) {
        return BigDecimal.valueOf(count)
                .divide(BigDecimal.valueOf(of), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
