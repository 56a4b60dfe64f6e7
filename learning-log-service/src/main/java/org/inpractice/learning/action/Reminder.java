package org.inpractice.learning.action;

import java.time.LocalDate;

/**
 * A reminder of an action's day.
 *
 * @param rank 0 before it is due, 1 on the day, 2 and up for each week begun after it: a higher one replaces a lower one
 *     that was missed
 */
record Reminder(LocalDate due, int rank) {
    static final int NONE = -1;
    private static final int ON_THE_DAY = 1;

    ReminderKind kind() {
        if (rank < ON_THE_DAY) {
            return ReminderKind.BEFORE_DUE;
        }
        return rank == ON_THE_DAY ? ReminderKind.DUE : ReminderKind.OVERDUE;
    }

    int number() {
        return Math.max(1, rank - ON_THE_DAY);
    }

    static int rank(ReminderKind kind, int number) {
        return switch (kind) {
            case BEFORE_DUE -> 0;
            case DUE -> ON_THE_DAY;
            case OVERDUE -> ON_THE_DAY + number;
        };
    }
}
