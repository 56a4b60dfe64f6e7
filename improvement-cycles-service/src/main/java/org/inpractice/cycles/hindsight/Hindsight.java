package org.inpractice.cycles.hindsight;

/**
 * A decision against two verdicts, that of then and that of today. Pure. What counts as a contradiction is our choice, and
 * narrow on purpose: adopted, and the outcome has worsened or improved at the expense of something else; abandoned, and the
 * outcome has improved. To adapt cannot be contradicted: it tested again.
 *
 * @param why one sentence
 */
public record Hindsight(Standing standing, String why) {
    private static final String IMPROVED = "improved";

    /**
     * Compares.
     *
     * @param decision adopt, adapt or abandon
     * @param then the verdict known when it was made; null when none was
     * @param today null when there is none
     */
    public static Hindsight of(String decision, String then, String today) {
        if (decision.equals("adapt")) {
            return new Hindsight(
                    Standing.STANDS, "It was adapted and tested again: whatever the data say, that was right.");
        }
        if (today == null) {
            return new Hindsight(Standing.CANNOT_TELL, "Nothing has been said of the cycle's outcome to this day.");
        }
        return decision.equals("adopt") ? adopted(then, today) : abandoned(today);
    }

    private static Hindsight adopted(String then, String today) {
        return switch (today) {
            case IMPROVED -> new Hindsight(Standing.STANDS, "It was adopted, and the outcome has improved.");
            case "worsened" ->
                new Hindsight(Standing.CONTRADICTED, "It was adopted, and today the outcome has worsened.");
            case "improved_at_expense" ->
                new Hindsight(
                        Standing.CONTRADICTED,
                        "It was adopted, and today the outcome has improved while a balancing measure got worse.");
            default ->
                IMPROVED.equals(then)
                        ? new Hindsight(
                                Standing.NO_LONGER_SUPPORTED,
                                "It was adopted on an improvement that today's data do not show: " + words(today) + ".")
                        : new Hindsight(
                                Standing.UNSUPPORTED,
                                "It was adopted without an improvement, and there is none today: " + words(today)
                                        + ".");
        };
    }

    private static Hindsight abandoned(String today) {
        return switch (today) {
            case IMPROVED ->
                new Hindsight(Standing.CONTRADICTED, "It was abandoned, and today the outcome has improved.");
            case "worsened", "no_signal_yet", "improved_at_expense" ->
                new Hindsight(
                        Standing.STANDS, "It was abandoned, and there is no clean improvement: " + words(today) + ".");
            default ->
                new Hindsight(
                        Standing.CANNOT_TELL, "It was abandoned; today's data cannot tell: " + words(today) + ".");
        };
    }

    private static String words(String verdict) {
        return verdict.replace('_', ' ');
    }
}
