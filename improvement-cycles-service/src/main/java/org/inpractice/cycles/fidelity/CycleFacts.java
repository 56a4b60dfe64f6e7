package org.inpractice.cycles.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is known of a cycle for its judgement: plain values and the events they come from. Whatever has not happened is
 * null.
 *
 * @param rung on the ladder, from 1
 * @param reach how large the test is; null when that is not said
 * @param reachBelow the largest test of the same idea on the rungs below; null on the first rung or when not said
 * @param cancelled whether it was given up
 * @param predicted the plan whose predictions stand
 * @param measurable whether a prediction names a measure and a direction
 * @param data of each watched measure, as known at the study; before the study as known now
 * @param verdict as known when it was decided, before that when it was studied
 * @param verdictEvent the event that told it
 * @param decision adopt, adapt or abandon
 * @param previous the cycle below on the ladder
 * @param next a cycle above on the ladder
 * @param ideaChanged whether a cycle above words the idea differently; null without one
 * @param standardised the event that told the standard work
 * @param learned whether the study says what was learned
 */
public record CycleFacts(
        UUID cycleId,
        int rung,
        Reach reach,
        Reach reachBelow,
        boolean cancelled,
        Evidence predicted,
        boolean measurable,
        LocalDate startedOn,
        Evidence started,
        List<MeasureFacts> data,
        Evidence studied,
        String verdict,
        Evidence verdictEvent,
        String decision,
        Evidence decided,
        Evidence previous,
        Evidence next,
        Boolean ideaChanged,
        Evidence standardised,
        boolean learned) {
    /** Copies. */
    public CycleFacts {
        data = List.copyOf(data);
    }

    /** How large a test is, from small to large. */
    public enum Reach {
        /** One classroom. */
        CLASSROOM(1),
        /** One site, or one student group. */
        SITE(2),
        /** More than one site. */
        SEVERAL_SITES(3),
        /** Everywhere. */
        DISTRICT(4);

        private final int size;

        Reach(int size) {
            this.size = size;
        }

        /** How many steps larger this one is than another; negative when it is smaller. */
        int stepsFrom(Reach other) {
            return size - other.size;
        }

        /** In words. */
        String words() {
            return switch (this) {
                case CLASSROOM -> "a classroom";
                case SITE -> "one site or group";
                case SEVERAL_SITES -> "several sites";
                case DISTRICT -> "the whole district";
            };
        }
    }

    /**
     * What was known of the data of a measure.
     *
     * @param points since the start
     * @param expected periods since the start that were over
     * @param monthlyOrMore whether its period is a month or shorter; null when that is not known
     */
    public record MeasureFacts(String name, int points, int expected, Boolean monthlyOrMore) {}
}
