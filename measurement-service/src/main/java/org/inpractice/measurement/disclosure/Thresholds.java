package org.inpractice.measurement.disclosure;

import java.util.Comparator;
import java.util.List;

/**
 * A district's thresholds through time: numbers of fewer people are hidden.
 *
 * @param legalDefault until one is set
 * @param set those set, each from the number of the event that set it
 */
public record Thresholds(int legalDefault, List<Change> set) {
    /** A threshold from an event on. */
    public record Change(long fromSequence, int fewerThan) {}

    /** Copies. */
    public Thresholds {
        set = set.stream()
                .sorted(Comparator.comparingLong(Change::fromSequence))
                .toList();
    }

    /** The one in force when an event was recorded. */
    public int at(long sequence) {
        int inForce = legalDefault;
        for (Change one : set) {
            if (one.fromSequence() <= sequence) {
                inForce = one.fewerThan();
            }
        }
        return inForce;
    }

    /** The strictest that has been in force since an event: what was hidden once is not shown because of a later one. */
    public int strictestSince(long sequence) {
        int strictest = at(sequence);
        for (Change one : set) {
            if (one.fromSequence() > sequence) {
                strictest = Math.max(strictest, one.fewerThan());
            }
        }
        return strictest;
    }
}
