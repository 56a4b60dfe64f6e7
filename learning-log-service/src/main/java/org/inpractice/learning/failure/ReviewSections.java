package org.inpractice.learning.failure;

import static org.inpractice.learning.failure.ReviewContent.orEmpty;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.learning.failure.FailureEvent.AgreedAction;
import org.inpractice.learning.failure.FailureRequests.ActionPlan;
import org.inpractice.learning.failure.PersonAsCause.Hint;
import org.inpractice.learning.failure.PersonAsCause.Hints;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.stream.DistrictStream;

/** The sections of the blameless template, each of which may be sent or not. Fields, so that what completes a review has them too. */
@Schema(name = "ReviewStep")
public class ReviewSections {
    @Schema(description = "What was expected.", examples = "Every family is called by 10:00.")
    @FreeText
    public String expected;

    @Schema(description = "What happened instead.", examples = "The list of Monday was called on Tuesday.")
    @FreeText
    public String happened;

    @Schema(description = "Contributing factors by code, see GET factors.", examples = "[\"communication\"]")
    @Size(max = 50, message = "Name up to 50 factors.")
    public List<@NotBlank(message = "Send the code of a factor or leave it out.") @ShortText String> factors;

    @Schema(
            description = "Contributing factors in words of your own: what made it possible, not who did it.",
            examples = "[\"The call list is made by hand\"]")
    @Size(max = 50, message = "Name up to 50 contributing factors.")
    public List<@NotBlank(message = "Name the contributing factor or leave it out.") @ShortText String>
            contributingFactors;

    @Schema(description = "What went well.")
    @Size(max = 50, message = "Name up to 50 things that went well.")
    public List<@NotBlank(message = "Say what went well or leave it out.") @FreeText String> wentWell;

    @Schema(description = "Where luck helped or harmed: next time it may not.")
    @Size(max = 50, message = "Name up to 50 turns of luck.")
    public List<@NotBlank(message = "Say where luck came in or leave it out.") @FreeText String> luck;

    @Schema(description = "What was learned.")
    @Size(max = 50, message = "Name up to 50 lessons.")
    public List<@NotBlank(message = "Say the lesson or leave it out.") @FreeText String> lessons;

    @Schema(description = "What we still do not know.")
    @Size(max = 50, message = "Name up to 50 open questions.")
    public List<@NotBlank(message = "Say what is not known or leave it out.") @FreeText String> stillUnknown;

    @Schema(description = "What will be done. Owner and day may come later, but before the review is completed.")
    @Size(max = 50, message = "Agree on up to 50 actions.")
    public List<@NotNull(message = "Describe the action or leave it out.") @Valid ActionPlan> actions;

    @Schema(description = "Who took part.", examples = "[\"attendance clerk\", \"two parents\"]")
    @Size(max = 100, message = "Name up to 100 participants.")
    public List<@NotBlank(message = "Name the participant or leave it out.") @ShortText String> participants;

    @Schema(description = "Who led the review; best somebody who was not involved.")
    @ShortText
    public String facilitator;

    @Schema(description = "What the facilitator has ticked, see GET failures/{failureId}/review.")
    @Size(max = 50, message = "Tick each item once.")
    public List<@NotNull(message = "Send an item of the checklist or leave it out.") ChecklistItem> checklist;

    @Schema(description = "Evidence elsewhere.", examples = "[\"https://example.org/minutes/2025-11-05\"]")
    @Size(max = 50, message = "Send up to 50 links.")
    public List<@NotNull(message = "Send a link or leave it out.") @WebLink String> links;

    @Schema(description = "When it was recorded; now when absent.")
    public Instant occurredAt;

    /** New ids for its actions, in their order. */
    List<UUID> newActionIds() {
        return orEmpty(actions).stream().map(action -> DistrictStream.newId()).toList();
    }

    ReviewContent content(List<UUID> actionIds, Sealer sealer) throws SQLException {
        return new ReviewContent(
                sealer.seal(FailureTexts.EXPECTED, FailureRequests.said(expected)),
                sealer.seal(FailureTexts.HAPPENED, FailureRequests.said(happened)),
                factors == null ? null : factors.stream().distinct().toList(),
                sealer.seal(FailureTexts.CONTRIBUTING_FACTORS, contributingFactors),
                sealer.seal(FailureTexts.WENT_WELL, wentWell),
                sealer.seal(FailureTexts.LUCK, luck),
                sealer.seal(FailureTexts.LESSONS, lessons),
                sealer.seal(FailureTexts.STILL_UNKNOWN, stillUnknown),
                agreed(actionIds, sealer),
                sealer.seal(FailureTexts.PARTICIPANTS, participants),
                sealer.seal(FailureTexts.FACILITATOR, FailureRequests.said(facilitator)),
                checklist == null
                        ? null
                        : checklist.stream().distinct().sorted().toList(),
                sealer.seal(FailureTexts.LINKS, links));
    }

    private List<AgreedAction> agreed(List<UUID> actionIds, Sealer sealer) throws SQLException {
        if (actions == null) {
            return null;
        }
        List<AgreedAction> agreed = new ArrayList<>();
        for (int i = 0; i < actionIds.size(); i++) {
            agreed.add(actions.get(i).withId(actionIds.get(i), sealer));
        }
        return agreed;
    }

    /** Where it reads as if a person were the cause. */
    List<Hint> hints() {
        Hints hints = new Hints()
                .look(FailureTexts.EXPECTED, expected)
                .look(FailureTexts.HAPPENED, happened)
                .look(FailureTexts.CONTRIBUTING_FACTORS, contributingFactors)
                .look(FailureTexts.LUCK, luck)
                .look(FailureTexts.LESSONS, lessons)
                .look(FailureTexts.STILL_UNKNOWN, stillUnknown);
        return hints.found();
    }
}
