package org.inpractice.learning.action;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An action as far as its own events tell it.
 *
 * @param remindedFor the day of which was reminded last, or null
 * @param rank of that reminder
 * @param measureId the measure on which its effect shall show, or null
 */
record Action(LocalDate remindedFor, int rank, UUID measureId, UUID cycleId) {
    static final Action NEW = new Action(null, Reminder.NONE, null, null);
}
