package org.inpractice.cycles.barrier;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The median of how long barriers stand, with those that still stand counted as at least as long as they have stood so
 * far. Leaving them out would make a district look faster the more it leaves undone.
 *
 * <p>The estimate is that of E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958), 457–481.
 */
final class MedianDaysOpen {
    /** In words, for whoever reads the number. */
    static final String HOW =
            "Kaplan and Meier (1958): days from raised to removed or accepted, without days on which it"
                    + " was gone; barriers that still stand count as at least as long as they have stood. No number is given"
                    + " while more than half may still stand.";

    /** So that a share computed as 5/6 · 4/5 · 3/4 is a half. */
    private static final double ROUNDING = 1e-9;

    private MedianDaysOpen() {}

    /** How long a barrier stands, and whether that has come to an end. */
    record Duration(long days, boolean ended) {}

    /** The first day by which half of them have come to an end; empty when not half of them have. */
    static OptionalLong of(List<Duration> durations) {
        List<Duration> ascending = durations.stream()
                .sorted(Comparator.comparingLong(Duration::days))
                .toList();
        double standing = 1;
        for (int i = 0; i < ascending.size(); ) {
            long days = ascending.get(i).days();
            int atRisk = ascending.size() - i;
            int ended = 0;
            for (; i < ascending.size() && ascending.get(i).days() == days; i++) {
                ended += ascending.get(i).ended() ? 1 : 0;
            }
            standing *= 1 - (double) ended / atRisk;
            if (standing <= 0.5 + ROUNDING) {
                return OptionalLong.of(days);
            }
        }
        return OptionalLong.empty();
    }
}
