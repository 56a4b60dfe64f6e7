package org.inpractice.learning.trend;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The middle of some numbers of days.
 *
 * @param days the middle one, or half the sum of the middle two; absent of none
 * @param of how many there were
 * @param open how many are not there yet: they are not in the median, which is therefore too favourable
 */
@Schema(name = "MedianDays")
public record Median(Double days, int of, int open) {
    static Median of(List<Long> days, int open) {
        List<Long> sorted = days.stream().sorted().toList();
        int half = sorted.size() / 2;
        if (sorted.isEmpty()) {
            return new Median(null, 0, open);
        }
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
        return new Median(middle, sorted.size(), open);
    }
}
