package org.inpractice.measurement.analysis;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.api.Problems;
import org.inpractice.measurement.analysis.ChartRequest.SentBaseline;
import org.inpractice.measurement.analysis.ChartRequest.SentPhase;
import org.inpractice.measurement.chart.PhasePlan;

/**
 * Baseline and phases as sent, in order and within the series.
 *
 * @param length how many points there are
 */
record SentPhases(int length) {

    List<PhasePlan> read(SentBaseline first, List<SentPhase> phases) {
        List<SentPhase> sent = phases == null ? List.of() : phases;
        List<Integer> starts = starts(sent);
        boolean implied = starts.isEmpty() || starts.get(0) > 1;
        List<PhasePlan> plans = new ArrayList<>();
        if (implied) {
            plans.add(plan("baseline", 1, starts.isEmpty() ? length : starts.get(0) - 1, null, first));
        }
        for (int i = 0; i < sent.size(); i++) {
            String field = "phases[" + i + "]";
            SentBaseline own = sent.get(i).baseline();
            boolean takesFirst = i == 0 && !implied && first != null;
            if (takesFirst && own != null) {
                throw Problems.invalid("baseline", "Leave it out: the first phase brings its own baseline.");
            }
            plans.add(plan(
                    takesFirst ? "baseline" : field + ".baseline",
                    starts.get(i),
                    i + 1 < sent.size() ? starts.get(i + 1) - 1 : length,
                    SentText.checked(field + ".name", sent.get(i).name()),
                    takesFirst ? first : own));
        }
        return plans;
    }

    private List<Integer> starts(List<SentPhase> sent) {
        List<Integer> starts = new ArrayList<>();
        int previous = 0;
        for (int i = 0; i < sent.size(); i++) {
            Integer from = sent.get(i) == null ? null : sent.get(i).from();
            if (from == null || from < 1 || from > length) {
                throw Problems.invalid(
                        "phases[" + i + "].from",
                        "Send the index of the phase's first point, from 1 to the number of points.");
            }
            if (from <= previous) {
                throw Problems.invalid(
                        "phases[" + i + "].from",
                        "Send phases in the order of time: each begins after the one before, and ends where the next begins.");
            }
            previous = from;
            starts.add(from);
        }
        return starts;
    }

    private static PhasePlan plan(String field, int from, int to, String name, SentBaseline baseline) {
        if (baseline == null) {
            return new PhasePlan(from, name, null, null);
        }
        if (baseline.from() == null && baseline.to() == null) {
            throw Problems.invalid(field, "Send from, to or both; leave baseline out for the whole phase.");
        }
        int baselineFrom = baseline.from() == null ? from : baseline.from();
        int baselineTo = baseline.to() == null ? to : baseline.to();
        if (baselineFrom < from || baselineFrom > to) {
            throw Problems.invalid(field + ".from", within(from, to));
        }
        if (baselineTo < baselineFrom || baselineTo > to) {
            throw Problems.invalid(field + ".to", within(baselineFrom, to));
        }
        return new PhasePlan(from, name, baselineFrom, baselineTo);
    }

    private static String within(int from, int to) {
        return "A baseline lies within its phase: send an index from %d to %d.".formatted(from, to);
    }
}
