package org.inpractice.learning.failure;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.DraftReview;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.ActionCompleted;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.FailureReported;
import org.inpractice.learning.failure.FailureEvent.FailureReviewed;
import org.inpractice.learning.failure.FailureEvent.ReviewDrafted;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.sealing.SealedText;
import org.inpractice.stream.DeciderSpecification;
import org.inpractice.stream.Refusal;

/** One failure of November 2025, in the words of its rules. */
final class FailureExamples {
    static final UUID FAILURE = UUID.fromString("01992f6e-0000-7000-8000-000000000001");
    static final UUID ACTION = UUID.fromString("01992f6e-0000-7000-8000-000000000002");
    static final UUID KEY = UUID.fromString("01992f6e-0000-7000-8000-000000000003");
    static final Instant HAPPENED = Instant.parse("2025-11-03T18:00:00Z");
    static final Instant NOW = Instant.parse("2025-11-20T12:00:00Z");
    static final LocalDate REVIEWED_ON = LocalDate.of(2025, 11, 5);
    static final Set<String> TAXONOMY = Set.of("workload", "communication");
    static final AgreedAction AGREED = action(LocalDate.of(2025, 11, 21));

    private FailureExamples() {}

    static DeciderSpecification<FailureCommand, Failure, FailureEvent> failures() {
        return specification(new FailureDecider());
    }

    static Refusal refused(DeciderSpecification.Decision<FailureEvent> decision, FailureRule rule, String field) {
        Refusal refusal = decision.thenRefused(rule);
        assertEquals(field, refusal.field());
        assertTrue(refusal.getMessage().matches("(?s)[A-Z].{20,}\\."), "no sentence: " + refusal.getMessage());
        return refusal;
    }

    static ReportFailure report(Instant happenedAt) {
        return new ReportFailure(
                FAILURE,
                FailureKind.FAILURE,
                sealed("no calls"),
                happenedAt,
                sealed("41 families"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                NOW);
    }

    static FailureReported reported() {
        return reported(HAPPENED);
    }

    static FailureReported reported(Instant happenedAt) {
        return new FailureReported(
                FAILURE,
                FailureKind.FAILURE,
                sealed("no calls"),
                happenedAt,
                sealed("41 families"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    /** Sections of a review in which factors, lessons and actions may be said. */
    static ReviewContent sections(List<String> factorsInWords, List<String> lessons, List<AgreedAction> actions) {
        return new ReviewContent(
                null,
                null,
                null,
                sealed(factorsInWords),
                null,
                null,
                sealed(lessons),
                null,
                actions,
                null,
                null,
                null,
                null);
    }

    static ReviewContent factorsByCode(String... codes) {
        return new ReviewContent(
                null, null, List.of(codes), null, null, null, null, null, null, null, null, null, null);
    }

    static ReviewFailure review(LocalDate on, List<String> factors, AgreedAction... actions) {
        return review(on, sections(factors, List.of("ask"), List.of(actions)));
    }

    static ReviewFailure review(LocalDate on, ReviewContent sections) {
        return new ReviewFailure(FAILURE, sections, List.of(), TAXONOMY, on, NOW);
    }

    static FailureReviewed reviewed() {
        return reviewed(REVIEWED_ON);
    }

    static FailureReviewed reviewed(LocalDate on) {
        return reviewed(on, sections(List.of("by hand"), List.of("ask"), List.of(AGREED)));
    }

    static FailureReviewed reviewed(LocalDate on, ReviewContent content) {
        return new FailureReviewed(FAILURE, content.completed(), null, on);
    }

    static DraftReview draft(ReviewContent step) {
        return new DraftReview(FAILURE, step, TAXONOMY);
    }

    static ReviewDrafted drafted(ReviewContent step) {
        return new ReviewDrafted(FAILURE, step);
    }

    static TimelineEntry entry(Instant at) {
        return new TimelineEntry(KEY, at, sealed("the export failed"));
    }

    static AgreedAction action(LocalDate due) {
        return new AgreedAction(ACTION, sealed("make the list"), sealed("clerk"), due, null);
    }

    static CompleteAction complete(UUID action, int day) {
        return new CompleteAction(FAILURE, action, LocalDate.of(2025, 11, day), sealed("done"), NOW);
    }

    static ActionCompleted completed() {
        return new ActionCompleted(FAILURE, ACTION, LocalDate.of(2025, 11, 19), sealed("done"));
    }

    static SealedText sealed(String text) {
        return text == null ? null : new SealedText(SealedText.PREFIX + text);
    }

    static List<SealedText> sealed(List<String> texts) {
        return texts == null
                ? null
                : texts.stream().map(FailureExamples::sealed).toList();
    }
}
