package org.inpractice.learning.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.RedactFailure;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureRedacted;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The discipline of learning from a failure: told, reviewed once with factors and owned actions, actions done once. */
public final class FailureDecider implements Decider<FailureCommand, Failure, FailureEvent> {
    /** All texts of a review together; three bytes each keep the event under the stream's largest. */
    static final int LONGEST_REVIEW = 100_000;

    /** How far a caller's clock may be ahead of ours. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Instant LIVING_MEMORY = Instant.parse("1900-01-01T00:00:00Z");
    private static final LocalDate OUR_TIME = LocalDate.of(2200, 1, 1);

    @Override
    public Failure initialState() {
        return new Failure.Unreported();
    }

    @Override
    public List<FailureEvent> decide(FailureCommand command, Failure failure) {
        return switch (command) {
            case ReportFailure report -> report(report, failure);
            case ReviewFailure review -> review(review, failure);
            case CompleteAction completion -> complete(completion, failure);
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
                report.cycleId(),
                report.siteId()));
    }

    private static List<FailureEvent> review(ReviewFailure review, Failure failure) {
        Instant happenedAt = switch (failure) {
            case Failure.Unreported unreported -> throw notReported();
            case Failure.Reported reported -> reported.happenedAt();
            case Failure.Reviewed reviewed ->
                throw new Refusal(
                        FailureRule.FAILURE_ALREADY_REVIEWED,
                        "A failure is reviewed once; complete the actions that its review agreed on,"
                                + " or report what happened since as a failure of its own.");
        };
        if (review.contributingFactors().isEmpty()) {
            throw new Refusal(
                    FailureRule.REVIEW_WITHOUT_CONTRIBUTING_FACTOR,
                    "contributingFactors",
                    "Name at least one contributing factor: ask what made it possible, not who did it;"
                            + " without a factor nothing can be learned from it.");
        }
        for (int i = 0; i < review.actions().size(); i++) {
            checkAction(review.actions().get(i), "actions[%d].".formatted(i), review.reviewedOn());
        }
        if (review.length() > LONGEST_REVIEW) {
            throw new Refusal(
                    FailureRule.REVIEW_TOO_LONG,
                    "Shorten the review to %,d characters in all, so that others can read it."
                            .formatted(LONGEST_REVIEW));
        }
        if (review.reviewedOn().isBefore(CalendarDays.earliest(happenedAt))) {
            throw new Refusal(
                    FailureRule.REVIEWED_BEFORE_IT_HAPPENED,
                    "reviewedOn",
                    "Send the day on which the review took place; this one is before the failure happened.");
        }
        if (review.reviewedOn().isAfter(CalendarDays.latest(review.now()))) {
            throw new Refusal(
                    FailureRule.REVIEWED_IN_THE_FUTURE,
                    "reviewedOn",
                    "Hold the review first and send the day on which it took place; this one is in the future.");
        }
        return List.of(new FailureReviewed(
                review.failureId(),
                review.contributingFactors(),
                review.wentWell(),
                review.lessons(),
                review.actions(),
                review.reviewedOn()));
    }

    private static void checkAction(AgreedAction action, String path, LocalDate reviewedOn) {
        if (action.owner() == null) {
            throw new Refusal(
                    FailureRule.ACTION_WITHOUT_OWNER,
                    path + "owner",
                    "Name one person or role who will do it; what everybody owns, nobody does.");
        }
        if (action.due() == null) {
            throw new Refusal(
                    FailureRule.ACTION_WITHOUT_DUE_DATE,
                    path + "due",
                    "Agree on the day by which it will be done; without one nobody can see that it is late.");
        }
        if (action.due().isBefore(reviewedOn)) {
            throw new Refusal(
                    FailureRule.ACTION_DUE_BEFORE_REVIEW,
                    path + "due",
                    "Agree on a day on or after the review; this one had passed when it was agreed.");
        }
        if (!action.due().isBefore(OUR_TIME)) {
            throw new Refusal(
                    FailureRule.ACTION_DUE_TOO_FAR_AHEAD, path + "due", "Agree on a day before the year 2200.");
        }
    }

    private static List<FailureEvent> complete(CompleteAction completion, Failure failure) {
        Failure.Reviewed reviewed = switch (failure) {
            case Failure.Unreported unreported -> throw notReported();
            case Failure.Reported reported ->
                throw new Refusal(
                        FailureRule.REVIEW_MISSING, "Review the failure first: its actions are agreed on there.");
            case Failure.Reviewed known -> known;
        };
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

    private static Refusal notReported() {
        return new Refusal(
                FailureRule.FAILURE_NOT_REPORTED,
                "There is no such failure in this district; report it first, or look up its id in the list.");
    }

    @Override
    public Failure evolve(Failure failure, FailureEvent event) {
        return switch (event) {
            case FailureReported reported -> new Failure.Reported(reported.happenedAt());
            case FailureRedacted redacted -> failure;
            case FailureReviewed reviewed -> new Failure.Reviewed(happenedAt(failure), ids(reviewed), Set.of());
            case ActionCompleted completed ->
                failure instanceof Failure.Reviewed reviewed ? done(reviewed, completed.actionId()) : failure;
        };
    }

    private static Instant happenedAt(Failure failure) {
        return switch (failure) {
            case Failure.Unreported unreported -> LIVING_MEMORY;
            case Failure.Reported reported -> reported.happenedAt();
            case Failure.Reviewed reviewed -> reviewed.happenedAt();
        };
    }

    private static Set<UUID> ids(FailureReviewed reviewed) {
        return reviewed.actions().stream().map(AgreedAction::actionId).collect(Collectors.toSet());
    }

    private static Failure done(Failure.Reviewed reviewed, UUID actionId) {
        Set<UUID> open = new HashSet<>(reviewed.open());
        Set<UUID> done = new HashSet<>(reviewed.done());
        open.remove(actionId);
        done.add(actionId);
        return new Failure.Reviewed(reviewed.happenedAt(), open, done);
    }
}
