package org.inpractice.learning.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.inpractice.learning.action.ActionCommand.LinkMeasure;
import org.inpractice.learning.action.ActionCommand.Remind;
import org.inpractice.learning.action.ActionCommand.ReviseAction;
import org.inpractice.learning.action.ActionEvent.ActionMeasureLinked;
import org.inpractice.learning.action.ActionEvent.ActionReminded;
import org.inpractice.learning.action.ActionEvent.ActionRevised;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The rules of an action that a review agreed on: its day and owner change with a reason while it is not done, and of each
 * day the clock reminds once before, once on it, and once for each week begun after it.
 */
final class ActionDecider implements Decider<ActionCommand, Action, ActionEvent> {
    private static final LocalDate OUR_TIME = LocalDate.of(2200, 1, 1);

    @Override
    public Action initialState() {
        return Action.NEW;
    }

    @Override
    public List<ActionEvent> decide(ActionCommand command, Action action) {
        if (command.standing() == null) {
            throw new Refusal(
                    ActionRule.ACTION_UNKNOWN,
                    "No review in this district agreed on such an action; look up its actionId in the list of actions.");
        }
        return switch (command) {
            case ReviseAction revision -> revise(revision);
            case LinkMeasure link -> link(link, action);
            case Remind remind -> remind(remind, action);
        };
    }

    private static List<ActionEvent> revise(ReviseAction revision) {
        if (revision.standing().done()) {
            throw new Refusal(
                    ActionRule.ACTION_ALREADY_DONE,
                    "Agree on what is left to do as an action of another review: this one is done.");
        }
        if (revision.due() == null && revision.owner() == null) {
            throw new Refusal(
                    ActionRule.REVISION_WITHOUT_CHANGE,
                    "due",
                    "Send another due day, another owner, or both; a reason alone changes nothing.");
        }
        if (revision.due() != null && revision.due().isBefore(revision.today())) {
            throw new Refusal(
                    ActionRule.REVISED_INTO_THE_PAST,
                    "due",
                    "Agree on a day from today on: one that has passed only hides that the action is late.");
        }
        if (revision.due() != null && !revision.due().isBefore(OUR_TIME)) {
            throw new Refusal(ActionRule.REVISED_TOO_FAR_AHEAD, "due", "Agree on a day before the year 2200.");
        }
        return List.of(new ActionRevised(
                revision.actionId(),
                revision.standing().failureId(),
                revision.due(),
                revision.owner(),
                revision.reason()));
    }

    private static List<ActionEvent> link(LinkMeasure link, Action action) {
        if (!link.isKnown()) {
            throw new Refusal(
                    ActionRule.MEASURE_NOT_HEARD_OF,
                    link.cycleId() == null ? "measureId" : "cycleId",
                    "Name a measure of this district, and with a cycle one that the cycle watches;"
                            + " without it nothing can answer whether the action helped.");
        }
        boolean same = link.measureId().equals(action.measureId()) && Objects.equals(link.cycleId(), action.cycleId());
        return same
                ? List.of()
                : List.of(new ActionMeasureLinked(
                        link.actionId(), link.standing().failureId(), link.measureId(), link.cycleId()));
    }

    private static List<ActionEvent> remind(Remind remind, Action action) {
        Reminder reminder = remind.reminder();
        boolean isOfItsDay = reminder.due().equals(remind.standing().due());
        boolean isNews = !reminder.due().equals(action.remindedFor()) || reminder.rank() > action.rank();
        return remind.standing().done() || !isOfItsDay || !isNews
                ? List.of()
                : List.of(new ActionReminded(
                        remind.actionId(),
                        remind.standing().failureId(),
                        reminder.kind(),
                        reminder.due(),
                        reminder.number()));
    }

    @Override
    public Action evolve(Action action, ActionEvent event) {
        return switch (event) {
            case ActionRevised revised -> action;
            case ActionMeasureLinked linked ->
                new Action(action.remindedFor(), action.rank(), linked.measureId(), linked.cycleId());
            case ActionReminded reminded ->
                new Action(
                        reminded.due(),
                        Reminder.rank(reminded.kind(), reminded.number()),
                        action.measureId(),
                        action.cycleId());
        };
    }
}
