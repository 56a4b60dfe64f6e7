package org.inpractice.learning.failure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.api.Problems;
import org.inpractice.learning.failure.FailureCommand.CompleteAction;
import org.inpractice.learning.failure.FailureCommand.ReportFailure;
import org.inpractice.learning.failure.FailureCommand.ReviewFailure;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.stream.DistrictStream;

/** The bodies of the commands on failures. What the method demands is the decider's business; here is the form. */
public final class FailureRequests {
    private FailureRequests() {}

    /** A failure or near-failure, told in a minute. */
    @Schema(name = "FailureReport")
    public record FailureReport(
            @NotNull(message = "Say whether it was a failure or a near_failure.")
            FailureKind kind,

            @Schema(examples = "Nobody called the families of the students who were absent on Monday.")
            @NotBlank(message = "Say what happened, as somebody who was there would tell it.")
            @FreeText
            String whatHappened,

            @Schema(examples = "2025-11-03T18:00:00Z")
            @NotNull(message = "Say when it happened, for example 2025-11-03T18:00:00Z.")
            Instant happenedAt,

            @Schema(examples = "41 families heard nothing; 9 students were absent on Tuesday too.")
            @NotBlank(message = "Say what came of it, or would have.")
            @FreeText
            String impact,

            @Schema(examples = "The secretary noticed the empty list in the evening.") @FreeText
            String keptFromWorse,

            @Schema(description = "The cycle in which it happened.")
            UUID cycleId,

            @Schema(examples = "19647330102901")
            @Pattern(regexp = "[A-Za-z0-9_.:-]{1,64}", message = "Send a site's id, for example 19647330102901.")
            String siteId,

            @Schema(description = "When it was reported; now when absent.")
            Instant occurredAt) {
        ReportFailure command(UUID failureId, Instant now, Sealer sealer) throws SQLException {
            return new ReportFailure(
                    failureId,
                    kind,
                    sealer.seal(FailureTexts.WHAT_HAPPENED, whatHappened),
                    happenedAt,
                    sealer.seal(FailureTexts.IMPACT, impact),
                    sealer.seal(FailureTexts.KEPT_FROM_WORSE, said(keptFromWorse)),
                    cycleId,
                    siteId,
                    now);
        }
    }

    /** What a team found and agreed on. */
    @Schema(name = "FailureReview")
    public record FailureReview(
            @Schema(examples = "[\"The call list is made by hand\"]", description = "At least one.")
            @Size(max = 50, message = "Name up to 50 contributing factors.")
            List<@NotBlank(message = "Name the contributing factor or leave it out.") @ShortText String>
                    contributingFactors,

            @Size(max = 50, message = "Name up to 50 things that went well.")
            List<@NotBlank(message = "Say what went well or leave it out.") @FreeText String> wentWell,

            @Size(max = 50, message = "Name up to 50 lessons.")
            List<@NotBlank(message = "Say the lesson or leave it out.") @FreeText String> lessons,

            @Size(max = 50, message = "Agree on up to 50 actions.")
            List<@NotNull(message = "Describe the action or leave it out.") @Valid ActionPlan> actions,

            @Schema(examples = "2025-11-05")
            @NotNull(message = "Say on which day the review took place, for example 2025-11-05.")
            LocalDate reviewedOn,

            @Schema(description = "When it was recorded; now when absent.")
            Instant occurredAt) {
        /** New ids for its actions, in their order. */
        List<UUID> newActionIds() {
            return orEmpty(actions).stream()
                    .map(action -> DistrictStream.newId())
                    .toList();
        }

        ReviewFailure command(UUID failureId, List<UUID> actionIds, Instant now, Sealer sealer) throws SQLException {
            List<AgreedAction> agreed = new ArrayList<>();
            for (int i = 0; i < actionIds.size(); i++) {
                agreed.add(actions.get(i).withId(actionIds.get(i), sealer));
            }
            return new ReviewFailure(
                    failureId,
                    sealer.seal(FailureTexts.CONTRIBUTING_FACTORS, orEmpty(contributingFactors)),
                    sealer.seal(FailureTexts.WENT_WELL, orEmpty(wentWell)),
                    sealer.seal(FailureTexts.LESSONS, orEmpty(lessons)),
                    agreed,
                    length(),
                    reviewedOn,
                    now);
        }

        private int length() {
            return Stream.of(
                            orEmpty(contributingFactors).stream(),
                            orEmpty(wentWell).stream(),
                            orEmpty(lessons).stream(),
                            orEmpty(actions).stream().flatMap(action -> Stream.of(action.what(), action.owner())))
                    .flatMap(texts -> texts)
                    .mapToInt(text -> text == null ? 0 : text.length())
                    .sum();
        }
    }

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
            LocalDate due) {
        AgreedAction withId(UUID actionId, Sealer sealer) throws SQLException {
            return new AgreedAction(
                    actionId,
                    sealer.seal(FailureTexts.ACTIONS_WHAT, what),
                    sealer.seal(FailureTexts.ACTIONS_OWNER, said(owner)),
                    due);
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
                    description = "Which texts, by their names in an answer; all of them when absent.")
            @Size(max = 50, message = "Name up to 50 fields.")
            List<@NotNull(message = "Name the field or leave it out.") String> fields,

            @Schema(description = "When it was decided; now when absent.")
            Instant occurredAt) {
        /** The fields, known ones and each once. */
        List<String> known() {
            for (String field : orEmpty(fields)) {
                if (!FailureTexts.ALL.contains(field)) {
                    throw Problems.invalid(
                            "fields", "Name texts of a failure: " + String.join(", ", FailureTexts.ALL) + ".");
                }
            }
            return orEmpty(fields).stream().distinct().sorted().toList();
        }
    }

    /** A form sends an empty text where nothing was said. */
    private static String said(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
