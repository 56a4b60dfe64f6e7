package org.inpractice.learning.action;

import static org.inpractice.stream.DeciderSpecification.specification;

import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.learning.action.ActionCommand.LinkMeasure;
import org.inpractice.learning.action.ActionCommand.Remind;
import org.inpractice.learning.action.ActionCommand.ReviseAction;
import org.inpractice.learning.action.ActionCommand.Standing;
import org.inpractice.learning.action.ActionEvent.ActionMeasureLinked;
import org.inpractice.learning.action.ActionEvent.ActionReminded;
import org.inpractice.learning.action.ActionEvent.ActionRevised;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class ActionDeciderTest {
    private static final UUID ID = new UUID(7, 1);
    private static final UUID FAILURE = new UUID(7, 2);
    private static final UUID MEASURE = new UUID(7, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final LocalDate DUE = LocalDate.of(2026, 1, 16);
    private static final SealedText WHY = new SealedText("sealed.1.why");
    private static final SealedText OWNER = new SealedText("sealed.1.owner");
    private static final Standing OPEN = new Standing(FAILURE, DUE, false);
    private static final Standing DONE = new Standing(FAILURE, DUE, true);

    private final DeciderSpecification<ActionCommand, Action, ActionEvent> actions = specification(new ActionDecider());

    @Test
    void agrees_on_another_day_or_owner_with_a_reason() {
        LocalDate later = LocalDate.of(2026, 2, 13);
        actions.given().when(revise(OPEN, later, null)).then(new ActionRevised(ID, FAILURE, later, null, WHY));
        actions.given().when(revise(OPEN, null, OWNER)).then(new ActionRevised(ID, FAILURE, null, OWNER, WHY));
        actions.given().when(revise(OPEN, TODAY, null)).then(new ActionRevised(ID, FAILURE, TODAY, null, WHY));
    }

    @Test
    void refuses_a_revision_that_changes_nothing_hides_lateness_or_comes_too_late() {
        actions.given().when(revise(OPEN, null, null)).thenRefused(ActionRule.REVISION_WITHOUT_CHANGE);
        actions.given().when(revise(OPEN, TODAY.minusDays(1), null)).thenRefused(ActionRule.REVISED_INTO_THE_PAST);
        actions.given()
                .when(revise(OPEN, LocalDate.of(2200, 1, 1), null))
                .thenRefused(ActionRule.REVISED_TOO_FAR_AHEAD);
        actions.given().when(revise(DONE, DUE, null)).thenRefused(ActionRule.ACTION_ALREADY_DONE);
        actions.given().when(revise(null, DUE, null)).thenRefused(ActionRule.ACTION_UNKNOWN);
    }

    @Test
    void reminds_once_of_each_step_and_begins_anew_with_another_day() {
        ActionReminded before = new ActionReminded(ID, FAILURE, ReminderKind.BEFORE_DUE, DUE, 1);
        ActionReminded onTheDay = new ActionReminded(ID, FAILURE, ReminderKind.DUE, DUE, 1);
        ActionReminded secondWeek = new ActionReminded(ID, FAILURE, ReminderKind.OVERDUE, DUE, 2);
        actions.given().when(remind(OPEN, 0)).then(before);
        actions.given(before).when(remind(OPEN, 0)).thenNothing();
        actions.given(before).when(remind(OPEN, 1)).then(onTheDay);
        actions.given(before).when(remind(OPEN, 3)).then(secondWeek);
        actions.given(secondWeek).when(remind(OPEN, 2)).thenNothing();
        actions.given(secondWeek)
                .when(new Remind(ID, new Standing(FAILURE, DUE.plusDays(30), false), new Reminder(DUE.plusDays(30), 0)))
                .then(new ActionReminded(ID, FAILURE, ReminderKind.BEFORE_DUE, DUE.plusDays(30), 1));
    }

    @Test
    void never_reminds_of_what_is_done_or_of_a_day_that_was_revised() {
        actions.given().when(remind(DONE, 1)).thenNothing();
        actions.given()
                .when(new Remind(ID, OPEN, new Reminder(DUE.minusDays(1), 2)))
                .thenNothing();
    }

    @Test
    void links_a_measure_that_has_been_heard_of_once() {
        ActionMeasureLinked linked = new ActionMeasureLinked(ID, FAILURE, MEASURE, null);
        actions.given().when(link(true)).then(linked);
        actions.given(linked).when(link(true)).thenNothing();
        actions.given().when(link(false)).thenRefused(ActionRule.MEASURE_NOT_HEARD_OF);
    }

    private static ReviseAction revise(Standing standing, LocalDate due, SealedText owner) {
        return new ReviseAction(ID, standing, due, owner, WHY, TODAY);
    }

    private static Remind remind(Standing standing, int rank) {
        return new Remind(ID, standing, new Reminder(DUE, rank));
    }

    private static LinkMeasure link(boolean isKnown) {
        return new LinkMeasure(ID, OPEN, MEASURE, null, isKnown);
    }
}
