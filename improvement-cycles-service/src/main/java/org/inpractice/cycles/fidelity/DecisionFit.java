package org.inpractice.cycles.fidelity;

/**
 * Which decision fits which verdict. The table is our choice: to adopt asks for an improvement that nothing else explains
 * and nothing else suffered from; to adapt always fits, for it tests again; to abandon fits unless the outcome improved.
 *
 * @param why one sentence
 */
record DecisionFit(Outcome outcome, String why) {
    static DecisionFit of(String decision, String verdict) {
        return switch (decision) {
            case "adapt" ->
                new DecisionFit(
                        Outcome.MET, "Adapted on " + said(verdict) + ": whatever was seen, it is tested again.");
            case "adopt" ->
                switch (verdict) {
                    case "improved" -> new DecisionFit(Outcome.MET, "Adopted when the outcome had improved.");
                    case "worsened" -> new DecisionFit(Outcome.NOT_MET, "Adopted although the outcome had worsened.");
                    case "improved_at_expense" ->
                        new DecisionFit(Outcome.NOT_MET, "Adopted although a balancing measure had suffered.");
                    default ->
                        new DecisionFit(
                                Outcome.NOT_MET,
                                "Adopted on " + said(verdict) + ", which shows no improvement of its own.");
                };
            default ->
                switch (verdict) {
                    case "improved" -> new DecisionFit(Outcome.NOT_MET, "Abandoned although the outcome had improved.");
                    case "worsened", "no_signal_yet", "improved_at_expense" ->
                        new DecisionFit(Outcome.MET, "Abandoned on " + said(verdict) + ".");
                    default ->
                        new DecisionFit(
                                Outcome.NOT_YET_KNOWABLE,
                                "Abandoned on " + said(verdict) + ": the data could not tell either way.");
                };
        };
    }

    private static String said(String verdict) {
        return "the verdict " + verdict.replace('_', ' ');
    }
}
