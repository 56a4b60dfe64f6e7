package org.inpractice.measurement.feedback;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The verdict on several cycles together. Pure. Nothing is averaged: one cycle that harmed is named beside any number that
 * helped.
 *
 * @param why one sentence
 */
record JointVerdict(Verdict verdict, String why) {
    /** What stands in every report. */
    static final String RULE =
            "Cycles are not averaged. Improved: at least one cycle improved, and none worsened or improved"
                    + " at a balancing measure's expense. Improved at expense: at least one improved, and one worsened or improved at"
                    + " expense. Worsened: at least one worsened and none improved. Otherwise confounded, unstable baseline or no"
                    + " signal yet, in this order, when at least one cycle is; else insufficient data.";

    private static final List<Verdict> OTHERWISE =
            List.of(Verdict.CONFOUNDED, Verdict.UNSTABLE_BASELINE, Verdict.NO_SIGNAL_YET);

    /** Judges the whole from the verdicts of the cycles that started. */
    static JointVerdict of(List<Verdict> cycles) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        cycles.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return new JointVerdict(whole(counts), sentence(cycles.size(), counts));
    }

    private static Verdict whole(Map<Verdict, Integer> counts) {
        boolean harmed = counts.containsKey(Verdict.WORSENED);
        boolean atExpense = counts.containsKey(Verdict.IMPROVED_AT_EXPENSE);
        if (counts.containsKey(Verdict.IMPROVED) || atExpense) {
            return harmed || atExpense ? Verdict.IMPROVED_AT_EXPENSE : Verdict.IMPROVED;
        }
        if (harmed) {
            return Verdict.WORSENED;
        }
        return OTHERWISE.stream().filter(counts::containsKey).findFirst().orElse(Verdict.INSUFFICIENT_DATA);
    }

    private static String sentence(int cycles, Map<Verdict, Integer> counts) {
        if (cycles == 0) {
            return "No cycle has started yet, so there is nothing to compare.";
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((verdict, count) -> parts.add(count + " " + words(verdict, count == 1)));
        String said = parts.size() == 1
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
        return "Of %d %s that started, %s.".formatted(cycles, cycles == 1 ? "cycle" : "cycles", said);
    }

    private static String words(Verdict verdict, boolean one) {
        return switch (verdict) {
            case IMPROVED -> one ? "improved its outcome" : "improved their outcomes";
            case WORSENED -> one ? "made its outcome worse" : "made their outcomes worse";
            case NO_SIGNAL_YET -> one ? "shows no signal yet" : "show no signal yet";
            case INSUFFICIENT_DATA -> one ? "has too little data" : "have too little data";
            case UNSTABLE_BASELINE -> "had nothing steady to be compared with";
            case CONFOUNDED ->
                one
                        ? "cannot be told from another at work beside it"
                        : "cannot be told from others at work beside them";
            case IMPROVED_AT_EXPENSE ->
                (one ? "improved its outcome" : "improved their outcomes") + " at the expense of something else";
        };
    }
}
