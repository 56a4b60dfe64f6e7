package org.inpractice.learning.action;

import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.EventType;

/** What can have happened to an action after a review agreed on it, besides being done. */
public sealed interface ActionEvent extends ActionFact {
    /** The action it happened to. */
    UUID actionId();

    /** The report whose review agreed on it. */
    UUID failureId();

    /** Another day, or somebody else, was agreed on. What stays is absent. */
    @EventType(name = "improvement.action.revised")
    record ActionRevised(UUID actionId, UUID failureId, LocalDate due, SealedText owner, SealedText reason)
            implements ActionEvent {}

    /** Its effect shall show on a measure. */
    @EventType(name = "improvement.action.measure-linked")
    record ActionMeasureLinked(UUID actionId, UUID failureId, UUID measureId, UUID cycleId) implements ActionEvent {}

    /**
     * The clock reminded of it.
     *
     * @param number 1 for the first reminder of its kind; of overdue ones the weeks begun
     */
    @EventType(name = "improvement.action.reminded")
    record ActionReminded(UUID actionId, UUID failureId, ReminderKind kind, LocalDate due, int number)
            implements ActionEvent {}
}
