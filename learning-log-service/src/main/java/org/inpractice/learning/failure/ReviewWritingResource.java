package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.Parameters;
import org.inpractice.learning.failure.FailureAnswers.CompletedAction;
import org.inpractice.learning.failure.FailureAnswers.ReviewOutcome;
import org.inpractice.learning.failure.FailureAnswers.TimelineEntryId;
import org.inpractice.learning.failure.FailureCommand.AddToTimeline;
import org.inpractice.learning.failure.FailureCommand.DraftReview;
import org.inpractice.learning.failure.FailureEvent.TimelineEntry;
import org.inpractice.learning.failure.FailureRequests.ActionCompletion;
import org.inpractice.learning.failure.FailureRequests.TimelineStep;
import org.inpractice.learning.failure.PersonAsCause.Hints;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.DistrictStream;

/** The review of one failure over REST: written in steps or at once, and what was agreed on in it done. */
@Path("/v1/districts/{districtId}/failures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Failures")
public class ReviewWritingResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Failures failures;

    @Inject
    FailureReads reads;

    @Inject
    Seals seals;

    @Inject
    Clock clock;

    /** The template. */
    @GET
    @Path("{failureId}/review")
    @Operation(
            summary = "The blameless template, filled as far as it is",
            description = "With the timeline that the history tells of the linked cycle, aim and measure, from 30 days"
                    + " before to 7 days after, and the facilitator's checklist. A completed review keeps the timeline"
                    + " as it was known then.")
    @APIResponse(responseCode = "200", description = "The review, in the making or completed")
    @APIResponse(responseCode = "404", description = "No such failure in this district, or not at that time")
    public ReviewTemplate template(
            @PathParam("failureId") String id,
            @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        return reads.template(Parameters.uuid("failureId", id), Parameters.instant("asOf", asOf));
    }

    /** Drafts. */
    @POST
    @Path("{failureId}/review/steps")
    @Operation(
            summary = "Write sections of the review",
            description = "As many steps as it takes. A section that is sent takes the place of the one before; what is"
                    + " left out stays. With If-Match nobody's words are overwritten unseen.")
    @APIResponse(
            responseCode = "200",
            description = "Written; hints tell where it reads as if a person were the cause",
            content = @Content(schema = @Schema(implementation = ReviewOutcome.class)))
    @APIResponse(responseCode = "409", description = "It is reviewed or dismissed already")
    public Response draft(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send sections of the review as a JSON object.") ReviewSections step) {
        UUID failureId = Parameters.uuid("failureId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(step.occurredAt);
        List<UUID> actionIds = step.newActionIds();
        Failures.Wanted wanted =
                (sealer, taxonomy) -> new DraftReview(failureId, step.content(actionIds, sealer), taxonomy);
        return writes.write(
                seals.fingerprint(step),
                connection -> Answer.ok(
                        ReviewOutcome.of(failureId, FailureState.IN_REVIEW, actionIds, step.hints()),
                        failures.handle(connection, failureId, seen, cause, wanted)));
    }

    /** Adds to the timeline. */
    @POST
    @Path("{failureId}/review/timeline")
    @Operation(summary = "Add to the timeline what no event tells")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = TimelineEntryId.class)))
    @APIResponse(responseCode = "409", description = "It is reviewed or dismissed already")
    public Response add(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the entry as a JSON object.") TimelineStep addition) {
        UUID failureId = Parameters.uuid("failureId", id);
        UUID entryId = DistrictStream.newId();
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(addition.occurredAt());
        Failures.Wanted wanted = (sealer, taxonomy) -> new AddToTimeline(
                failureId,
                new TimelineEntry(entryId, addition.at(), sealer.seal(FailureTexts.TIMELINE_WHAT, addition.what())),
                clock.instant());
        TimelineEntryId answer = new TimelineEntryId(
                failureId, entryId, new Hints().look("what", addition.what()).found());
        return writes.write(
                seals.fingerprint(addition),
                connection -> Answer.created(
                        "failures/" + failureId + "/review",
                        answer,
                        failures.handle(connection, failureId, seen, cause, wanted)));
    }

    /** Reviews. */
    @POST
    @Path("{failureId}/review")
    @Operation(
            summary = "Complete the review of a failure, once",
            description = "With what the steps before have written, and what is sent along. It names at least one"
                    + " contributing factor; every action has an owner and a due date.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed; the answer has the ids of the actions sent along, and hints where it reads as if a"
                    + " person were the cause",
            content = @Content(schema = @Schema(implementation = ReviewOutcome.class)))
    @APIResponse(responseCode = "400", description = "The problem names the missing step of the method")
    @APIResponse(responseCode = "409", description = "It is reviewed or dismissed already")
    public Response review(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the review as a JSON object.") FailureReview review) {
        UUID failureId = Parameters.uuid("failureId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(review.occurredAt);
        Instant now = clock.instant();
        List<UUID> actionIds = review.newActionIds();
        Failures.Wanted wanted = (sealer, taxonomy) -> review.command(failureId, actionIds, taxonomy, now, sealer);
        return writes.write(
                seals.fingerprint(review),
                connection -> Answer.ok(
                        ReviewOutcome.of(failureId, FailureState.REVIEWED, actionIds, review.hints()),
                        failures.handle(connection, failureId, seen, cause, wanted)));
    }

    /** Completes an action. */
    @POST
    @Path("{failureId}/actions/{actionId}/completion")
    @Operation(summary = "Complete an action that the review agreed on")
    @APIResponse(
            responseCode = "200",
            description = "Completed",
            content = @Content(schema = @Schema(implementation = CompletedAction.class)))
    @APIResponse(responseCode = "404", description = "The review agreed on no such action")
    @APIResponse(responseCode = "409", description = "It is completed already, or the failure is not reviewed")
    public Response complete(
            @PathParam("failureId") String id,
            @PathParam("actionId") String action,
            @Valid @NotNull(message = "Send the completion as a JSON object.") ActionCompletion completion) {
        UUID failureId = Parameters.uuid("failureId", id);
        UUID actionId = Parameters.uuid("actionId", action);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(completion.occurredAt());
        Failures.Wanted wanted = (sealer, taxonomy) -> completion.command(failureId, actionId, clock.instant(), sealer);
        return writes.write(
                seals.fingerprint(completion),
                connection -> Answer.ok(
                        new CompletedAction(failureId, actionId, ActionState.DONE, completion.completedOn()),
                        failures.handle(connection, failureId, seen, cause, wanted)));
    }
}
