package org.inpractice.learning.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.learning.failure.FailureCommand.AddToTimeline;
import org.inpractice.learning.failure.FailureCommand.CloseFailure;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.DismissFailure;
import org.inpractice.learning.failure.FailureCommand.DraftReview;
import org.inpractice.learning.failure.FailureCommand.RedactFailure;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureCommand.TriageFailure;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureClosed;
import org.inpractice.learning.failure.FailureEvent.FailureDismissed;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.failure.FailureEvent.FailureTriaged;
import org.inpractice.learning.failure.FailureEvent.ReviewDrafted;
import org.inpractice.learning.failure.FailureEvent.TimelineAdded;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * The discipline of learning from a failure: reported → triaged → in review → reviewed → closed, or dismissed with a reason. The
 * steps before the review may be left out by those who are few.
 */
public final class FailureDecider implements Decider<FailureCommand, Failure, FailureEvent> {
    /** How far a caller's clock may be ahead of ours. */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    static final Instant LIVING_MEMORY = Instant.parse("1900-01-01T00:00:00Z");
    static final LocalDate OUR_TIME = LocalDate.of(2200, 1, 1);

    @Override
    public Failure initialState() {
        return new Failure.Unreported();
    }

    @Override
    public List<FailureEvent> decide(FailureCommand command, Failure failure) {
        return switch (command) {
            case ReportFailure report -> report(report, failure);
            case TriageFailure triage -> triage(triage, failure);
            case DismissFailure dismissal -> dismiss(dismissal, failure);
            case DraftReview draft -> ReviewRules.draft(draft, open(failure));
            case AddToTimeline addition -> ReviewRules.add(addition, open(failure));
            case ReviewFailure review -> ReviewRules.review(review, open(failure));
            case CompleteAction completion -> complete(completion, reviewed(failure));
            case CloseFailure closure -> close(closure, reviewed(failure));
            case RedactFailure redaction -> redact(redaction, failure);
        };
    }

    private static List<FailureEvent> report(ReportFailure report, Failure failure) {
        if (!(failure instanceof Failure.Unreported)) {
            throw new Refusal(FailureRule.FAILURE_ALREADY_REPORTED, "Report another failure under an id of its own.");
        }
        if (report.happenedAt().isAfter(report.now().plus(CLOCK_SKEW))) {
            throw new Refusal(
                    FailureRule.HAPPENED_IN_THE_FUTURE,
                    "happenedAt",
                    "Send the instant at which it happened; what might happen is a risk, not a failure.");
        }
        if (report.happenedAt().isBefore(LIVING_MEMORY)) {
            throw new Refusal(
                    FailureRule.HAPPENED_TOO_LONG_AGO, "happenedAt", "Send an instant in or after the year 1900.");
        }
        return List.of(new FailureReported(
                report.failureId(),
                report.kind(),
                report.whatHappened(),
                report.happenedAt(),
                report.impact(),
                report.keptFromWorse(),
                report.where(),
                report.siteId(),
                report.cycleId(),
                report.aimId(),
                report.measureId(),
                report.links(),
                report.anonymous()));
    }

    private static List<FailureEvent> triage(TriageFailure triage, Failure failure) {
        if (!(failure instanceof Failure.Dismissed) && open(failure).state() == FailureState.IN_REVIEW) {
            throw new Refusal(
                    FailureRule.FAILURE_IN_REVIEW,
                    "Go on with the review: it has begun, and whether to hold one is decided before.");
        }
        if (triage.reviewBy() != null && triage.reviewBy().isBefore(CalendarDays.earliest(triage.decidedAt()))) {
            throw new Refusal(
                    FailureRule.REVIEW_DUE_IN_THE_PAST,
                    "reviewBy",
                    "Send a day after the decision, soon enough that people remember; this one had passed.");
        }
        if (triage.reviewBy() != null && !triage.reviewBy().isBefore(OUR_TIME)) {
            throw new Refusal(FailureRule.REVIEW_DUE_IN_THE_PAST, "reviewBy", "Send a day before the year 2200.");
        }
        return List.of(new FailureTriaged(triage.failureId(), triage.reviewBy(), triage.facilitator(), triage.note()));
    }

    private static List<FailureEvent> dismiss(DismissFailure dismissal, Failure failure) {
        Failure.Open ignored = open(failure);
        if (dismissal.because() == null) {
            throw new Refusal(
                    FailureRule.DISMISSED_WITHOUT_REASON,
                    "because",
                    "Say in because why there is nothing to review; who reported it took the trouble to tell,"
                            + " and tells no second time without an answer.");
        }
        return List.of(new FailureDismissed(dismissal.failureId(), dismissal.because()));
    }

    private static List<FailureEvent> complete(CompleteAction completion, Failure.Reviewed reviewed) {
        if (reviewed.done().contains(completion.actionId())) {
            throw new Refusal(
                    FailureRule.ACTION_ALREADY_COMPLETED,
                    "An action is completed once; read the failure to see when and with what result.");
        }
        if (!reviewed.open().contains(completion.actionId())) {
            throw new Refusal(
                    FailureRule.ACTION_UNKNOWN,
                    "This failure's review agreed on no such action; read the failure for the ids of its actions.");
        }
        if (completion.completedOn().isBefore(CalendarDays.earliest(reviewed.happenedAt()))) {
            throw new Refusal(
                    FailureRule.COMPLETED_BEFORE_IT_HAPPENED,
                    "completedOn",
                    "Send the day on which the action was done; this one is before the failure happened.");
        }
        if (completion.completedOn().isAfter(CalendarDays.latest(completion.now()))) {
            throw new Refusal(
                    FailureRule.COMPLETED_IN_THE_FUTURE,
                    "completedOn",
                    "Complete the action when it is done; this day is in the future.");
        }
        return List.of(new ActionCompleted(
                completion.failureId(), completion.actionId(), completion.completedOn(), completion.result()));
    }

    private static List<FailureEvent> close(CloseFailure closure, Failure.Reviewed reviewed) {
        if (reviewed.closed()) {
            throw new Refusal(
                    FailureRule.FAILURE_ALREADY_CLOSED, "It is closed; report what happened since as one of its own.");
        }
        if (!reviewed.open().isEmpty() && closure.openActionsBecause() == null) {
            throw new Refusal(
                    FailureRule.ACTIONS_STILL_OPEN,
                    "openActionsBecause",
                    "Complete the actions that the review agreed on, or say in openActionsBecause why it is closed"
                            + " without them; agreed and never done is how the same failure comes again.");
        }
        return List.of(new FailureClosed(closure.failureId(), closure.openActionsBecause()));
    }

    private static List<FailureEvent> redact(RedactFailure redaction, Failure failure) {
        if (failure instanceof Failure.Unreported) {
            throw notReported();
        }
        if (redaction.erasedKeys().isEmpty()) {
            throw new Refusal(
                    FailureRule.NOTHING_TO_REDACT,
                    redaction.fields().isEmpty() ? null : "fields",
                    "Read the failure for the texts it still has; these were never written or are erased already.");
        }
        return List.of(new FailureRedacted(
                redaction.failureId(), redaction.reason(), redaction.fields(), redaction.erasedKeys()));
    }

    /** One whose review is not completed. */
    private static Failure.Open open(Failure failure) {
        return switch (failure) {
            case Failure.Unreported unreported -> throw notReported();
            case Failure.Open open -> open;
            case Failure.Dismissed dismissed ->
                throw new Refusal(
                        FailureRule.FAILURE_DISMISSED,
                        "Triage it to take it up again; it was dismissed, and its reason says why.");
            case Failure.Reviewed reviewed ->
                throw new Refusal(
                        FailureRule.FAILURE_ALREADY_REVIEWED,
                        "A failure is reviewed once; complete the actions that its review agreed on,"
                                + " or report what happened since as a failure of its own.");
        };
    }

    private static Failure.Reviewed reviewed(Failure failure) {
        return switch (failure) {
            case Failure.Unreported unreported -> throw notReported();
            case Failure.Open open -> throw reviewMissing();
            case Failure.Dismissed dismissed -> throw reviewMissing();
            case Failure.Reviewed reviewed -> reviewed;
        };
    }

    private static Refusal reviewMissing() {
        return new Refusal(
                FailureRule.REVIEW_MISSING,
                "Review the failure first: its actions are agreed on there, and only what was looked at can be closed.");
    }

    private static Refusal notReported() {
        return new Refusal(
                FailureRule.FAILURE_NOT_REPORTED,
                "There is no such failure in this district; report it first, or look up its id in the list.");
    }

    @Override
    public Failure evolve(Failure failure, FailureEvent event) {
        return switch (event) {
            case FailureReported reported ->
                new Failure.Open(FailureState.REPORTED, reported.happenedAt(), ReviewContent.NOTHING, List.of());
            case FailureTriaged triaged -> before(failure).as(FailureState.TRIAGED);
            case FailureDismissed dismissed -> new Failure.Dismissed(before(failure));
            case ReviewDrafted drafted -> before(failure).after(drafted.content());
            case TimelineAdded added -> before(failure).with(added.timeline());
            case FailureReviewed reviewed ->
                new Failure.Reviewed(false, before(failure).happenedAt(), ids(reviewed), Set.of());
            case ActionCompleted completed ->
                failure instanceof Failure.Reviewed reviewed ? reviewed.afterDoing(completed.actionId()) : failure;
            case FailureClosed closed ->
                failure instanceof Failure.Reviewed reviewed
                        ? new Failure.Reviewed(true, reviewed.happenedAt(), reviewed.open(), reviewed.done())
                        : failure;
            case FailureRedacted redacted -> failure;
        };
    }

    /** Whatever it is now as one whose review is not completed; evolving never refuses. */
    private static Failure.Open before(Failure failure) {
        return switch (failure) {
            case Failure.Unreported unreported ->
                new Failure.Open(FailureState.REPORTED, LIVING_MEMORY, ReviewContent.NOTHING, List.of());
            case Failure.Open open -> open;
            case Failure.Dismissed dismissed -> dismissed.before();
            case Failure.Reviewed reviewed ->
                new Failure.Open(FailureState.IN_REVIEW, reviewed.happenedAt(), ReviewContent.NOTHING, List.of());
        };
    }

    private static Set<UUID> ids(FailureReviewed reviewed) {
        return ReviewContent.orEmpty(reviewed.content().actions()).stream()
                .map(AgreedAction::actionId)
                .collect(Collectors.toSet());
    }
}
