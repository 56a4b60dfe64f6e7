package org.inpractice.learning.failure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.api.Problems;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.TriageFailure;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.failure.PersonAsCause.Hint;
import org.inpractice.learning.failure.PersonAsCause.Hints;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.stream.DistrictStream;

/** The bodies of the commands on failures. What the method demands is the decider's business; here is the form. */
public final class FailureRequests {
    private FailureRequests() {}

    /** A failure or near-failure, told in a minute: kind and what happened are enough. */
    @Schema(name = "FailureReport")
    public record FailureReport(
            @NotNull(message = "Say whether it was a failure or a near_failure.")
            FailureKind kind,

            @Schema(examples = "Nobody called the families of the students who were absent on Monday.")
            @NotBlank(message = "Say what happened, as somebody who was there would tell it.")
            @FreeText
            String whatHappened,

            @Schema(examples = "2025-11-03T18:00:00Z", description = "Now when absent.")
            Instant happenedAt,

            @Schema(
                    examples = "41 families heard nothing; 9 students were absent on Tuesday too.",
                    description = "What came of it, or would have.")
            @FreeText
            String impact,

            @Schema(examples = "The secretary noticed the empty list in the evening.") @FreeText
            String keptFromWorse,

            @Schema(examples = "front office", description = "In words, where the site's id says too little.")
            @ShortText
            String where,

            @Schema(examples = "19647330102901")
            @Pattern(regexp = "[A-Za-z0-9_.:-]{1,64}", message = "Send a site's id, for example 19647330102901.")
            String siteId,

            @Schema(description = "The cycle in which it happened.")
            UUID cycleId,

            @Schema(description = "The aim that it concerns.")
            UUID aimId,

            @Schema(description = "The measure on which it shows.")
            UUID measureId,

            @Schema(description = "Evidence elsewhere.") @Size(max = 50, message = "Send up to 50 links.")
            List<@NotNull(message = "Send a link or leave it out.") @WebLink String> links,

            @Schema(
                    description =
                            "Nobody is told who reported it: no reader, no partner. Send no Idempotency-Key with it when"
                                    + " those who run the database must not know either.")
            Boolean anonymous,

            @Schema(description = "When it was reported; now when absent.")
            Instant occurredAt) {
        boolean isAnonymous() {
            return Boolean.TRUE.equals(anonymous);
        }

        ReportFailure command(UUID failureId, Instant now, Sealer sealer) throws SQLException {
            return new ReportFailure(
                    failureId,
                    kind,
                    sealer.seal(FailureTexts.WHAT_HAPPENED, whatHappened),
                    happenedAt == null ? now : happenedAt,
                    sealer.seal(FailureTexts.IMPACT, said(impact)),
                    sealer.seal(FailureTexts.KEPT_FROM_WORSE, said(keptFromWorse)),
                    sealer.seal(FailureTexts.WHERE, said(where)),
                    siteId,
                    cycleId,
                    aimId,
                    measureId,
                    sealer.seal(FailureTexts.LINKS, links),
                    isAnonymous(),
                    now);
        }

        List<Hint> hints() {
            return new Hints()
                    .look(FailureTexts.WHAT_HAPPENED, whatHappened)
                    .look(FailureTexts.IMPACT, impact)
                    .look(FailureTexts.KEPT_FROM_WORSE, keptFromWorse)
                    .found();
        }
    }

    /** It will be reviewed. */
    @Schema(name = "FailureTriage")
    public record FailureTriage(
            @Schema(examples = "2025-11-14", description = "By when; soon, while people remember.")
            LocalDate reviewBy,

            @Schema(examples = "assistant principal of another school", description = "Who leads it.") @ShortText
            String facilitator,

            @FreeText String note,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {
        /** Sealed; a day is judged by when it was decided on, so that a triage of the past can be told. */
        TriageFailure command(UUID failureId, Instant now, Sealer sealer) throws SQLException {
            return new TriageFailure(
                    failureId,
                    reviewBy,
                    sealer.seal(FailureTexts.FACILITATOR, said(facilitator)),
                    sealer.seal(FailureTexts.NOTE, said(note)),
                    occurredAt == null ? now : occurredAt);
        }
    }

    /** There is nothing to review. */
    @Schema(name = "FailureDismissal")
    public record FailureDismissal(
            @Schema(examples = "Reported twice; the other report is under review.", description = "Needed.") @FreeText
            String because,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** It is learned and done. */
    @Schema(name = "FailureClosure")
    public record FailureClosure(
            @Schema(description = "Needed while actions are open: why it is closed without them.") @FreeText
            String openActionsBecause,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {}

    /** Something that happened on the way and that no event tells. */
    @Schema(name = "TimelineAddition")
    public record TimelineAddition(
            @Schema(examples = "2025-11-03T17:10:00Z")
            @NotNull(message = "Say when it happened, for example 2025-11-03T17:10:00Z.")
            Instant at,

            @Schema(examples = "The export of the list failed; a copy of Friday's was printed.")
            @NotBlank(message = "Say what happened then.")
            @FreeText
            String what) {
        TimelineEntry entry(Sealer sealer) throws SQLException {
            return new TimelineEntry(DistrictStream.newId(), at, sealer.seal(FailureTexts.TIMELINE_WHAT, what));
        }
    }

    /** The same as a request of its own. */
    @Schema(name = "TimelineStep")
    public record TimelineStep(
            @Schema(examples = "2025-11-03T17:10:00Z")
            @NotNull(message = "Say when it happened, for example 2025-11-03T17:10:00Z.")
            Instant at,

            @Schema(examples = "The export of the list failed; a copy of Friday's was printed.")
            @NotBlank(message = "Say what happened then.")
            @FreeText
            String what,

            @Schema(description = "When it was recorded; now when absent.")
            Instant occurredAt) {}

    /** What somebody will do, and until when. */
    @Schema(name = "ActionPlan")
    public record ActionPlan(
            @Schema(examples = "Make the call list from the attendance system at 10:00")
            @NotBlank(message = "Say what will be done.")
            @FreeText
            String what,

            @Schema(examples = "attendance clerk", description = "Needed: one person or role.") @ShortText
            String owner,

            @Schema(examples = "2025-11-21", description = "Needed.")
            LocalDate due,

            @Schema(description = "The measure to watch for its effect.")
            UUID measureId) {
        AgreedAction withId(UUID actionId, Sealer sealer) throws SQLException {
            return new AgreedAction(
                    actionId,
                    sealer.seal(FailureTexts.ACTIONS_WHAT, what),
                    sealer.seal(FailureTexts.ACTIONS_OWNER, said(owner)),
                    due,
                    measureId);
        }
    }

    /** An action is done. */
    @Schema(name = "ActionCompletion")
    public record ActionCompletion(
            @Schema(examples = "2025-11-19") @NotNull(message = "Say on which day it was done, for example 2025-11-19.")
            LocalDate completedOn,

            @Schema(examples = "The list is made by the system since Monday.") @FreeText
            String result,

            @Schema(description = "When it was recorded; now when absent.")
            Instant occurredAt) {
        CompleteAction command(UUID failureId, UUID actionId, Instant now, Sealer sealer) throws SQLException {
            return new CompleteAction(
                    failureId, actionId, completedOn, sealer.seal(FailureTexts.RESULT, said(result)), now);
        }
    }

    /** Texts are to be erased for good. */
    @Schema(name = "FailureRedaction")
    public record FailureRedaction(
            @NotNull(message = "Say why: names_a_person, about_a_student, confidential, on_request or other.")
            RedactionReason reason,

            @Schema(
                    examples = "[\"whatHappened\"]",
                    description =
                            "Which texts, by their names in requests, for example lessons or actions.owner; all of"
                                    + " them when absent.")
            @Size(min = 1, max = 50, message = "Name 1 to 50 fields, or leave fields out to erase all.")
            List<@NotNull(message = "Name the field or leave it out.") String> fields,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {
        /** The fields, known ones and each once; none for all. */
        List<String> known() {
            List<String> named = ReviewContent.orEmpty(fields);
            if (!FailureTexts.ALL.containsAll(named)) {
                throw Problems.invalid(
                        "fields", "Name texts of a failure: " + String.join(", ", FailureTexts.ALL) + ".");
            }
            return named.stream().distinct().sorted().toList();
        }
    }

    /** A form sends an empty text where nothing was said. */
    static String said(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
