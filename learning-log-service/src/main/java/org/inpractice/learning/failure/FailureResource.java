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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
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
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.failure.FailureAnswers.CompletedAction;
import org.inpractice.learning.failure.FailureAnswers.FailureView;
import org.inpractice.learning.failure.FailureAnswers.RedactedFailure;
import org.inpractice.learning.failure.FailureAnswers.RedactionView;
import org.inpractice.learning.failure.FailureAnswers.ReportedFailure;
import org.inpractice.learning.failure.FailureAnswers.ReviewOutcome;
import org.inpractice.learning.failure.FailureAnswers.ReviewView;
import org.inpractice.learning.failure.FailureRequests.ActionCompletion;
import org.inpractice.learning.failure.FailureRequests.FailureRedaction;
import org.inpractice.learning.failure.FailureRequests.FailureReport;
import org.inpractice.learning.failure.FailureRequests.FailureReview;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.DistrictStream;

/** Failures and near-failures over REST. */
@Path("/v1/districts/{districtId}/failures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Failures", description = "Report, review and act on failures and near-failures.")
public class FailureResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Failures failures;

    @Inject
    Seals seals;

    @Inject
    Clock clock;

    /** Reports. */
    @POST
    @Operation(summary = "Report a failure or near-failure")
    @APIResponse(
            responseCode = "201",
            description = "Reported; Location and ETag are the failure's",
            content = @Content(schema = @Schema(implementation = ReportedFailure.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Response report(@Valid @NotNull(message = "Send the report as a JSON object.") FailureReport report) {
        UUID failureId = DistrictStream.newId();
        var cause = request.cause(report.occurredAt());
        Failures.Wanted wanted = sealer -> report.command(failureId, clock.instant(), sealer);
        return writes.write(
                seals.fingerprint(report),
                connection -> Answer.created(
                        "failures/" + failureId,
                        new ReportedFailure(failureId, FailureState.REPORTED),
                        failures.handle(connection, failureId, OptionalLong.empty(), cause, wanted)
                                .version()));
    }

    /** Reviews. */
    @POST
    @Path("{failureId}/review")
    @Operation(
            summary = "Review a failure, once",
            description = "Names at least one contributing factor; every action has an owner and a due date.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed; the answer has the ids of the actions",
            content = @Content(schema = @Schema(implementation = ReviewOutcome.class)))
    @APIResponse(responseCode = "400", description = "The problem names the missing step of the method")
    @APIResponse(responseCode = "409", description = "It is reviewed already")
    public Response review(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the review as a JSON object.") FailureReview review) {
        UUID failureId = Parameters.uuid("failureId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(review.occurredAt());
        List<UUID> actionIds = review.newActionIds();
        Failures.Wanted wanted = sealer -> review.command(failureId, actionIds, clock.instant(), sealer);
        return writes.write(seals.fingerprint(review), connection -> {
            long version =
                    failures.handle(connection, failureId, seen, cause, wanted).version();
            return Answer.ok(new ReviewOutcome(failureId, actionIds), version);
        });
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
        Failures.Wanted wanted = sealer -> completion.command(failureId, actionId, clock.instant(), sealer);
        return writes.write(
                seals.fingerprint(completion),
                connection -> Answer.ok(
                        new CompletedAction(failureId, actionId, ActionState.DONE, completion.completedOn()),
                        failures.handle(connection, failureId, seen, cause, wanted)
                                .version()));
    }

    /** Erases. */
    @POST
    @Path("{failureId}/redaction")
    @Operation(
            summary = "Erase texts of a failure for good",
            description = "Their key is deleted: here, in the history, in every replay and on the topic they cannot be"
                    + " read any more, by nobody. Counts, dates and sequence numbers stay.")
    @APIResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = RedactedFailure.class)))
    @APIResponse(responseCode = "409", description = "There is nothing left to erase")
    public Response redact(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the redaction as a JSON object.") FailureRedaction redaction) {
        UUID failureId = Parameters.uuid("failureId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(redaction.occurredAt());
        List<String> fields = redaction.known();
        return writes.write(
                redaction,
                connection -> Answer.ok(
                        new RedactedFailure(failureId, redaction.reason(), fields.isEmpty() ? null : fields),
                        failures.redact(connection, failureId, seen, cause, redaction.reason(), fields)
                                .version()));
    }

    /** One. */
    @GET
    @Path("{failureId}")
    @Operation(summary = "A failure with its review and actions")
    @APIResponse(
            responseCode = "200",
            description = "The failure; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = FailureView.class)))
    @APIResponse(responseCode = "404", description = "No such failure in this district")
    public Response one(@PathParam("failureId") String id) {
        FailureRow row = FailureRow.one(request.districtId(), Parameters.uuid("failureId", id))
                .orElseThrow(() -> new NotFound("failure"));
        LocalDate today = CalendarDays.earliest(clock.instant());
        Opener opener = seals.opener(request.districtId(), List.of(row.failureId));
        ReviewView review = row.reviewedOn == null ? null : ReviewView.of(row, today, opener);
        List<RedactionView> redactions = RedactionRow.of(request.districtId(), row.failureId).stream()
                .map(RedactionView::of)
                .toList();
        return Response.ok(FailureView.of(row, review, redactions, opener))
                .header(HttpHeaders.ETAG, "\"" + row.version + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "Failures, newest first")
    @APIResponse(responseCode = "200", description = "A page of failures, without reviews and actions")
    public Page<FailureView> list(
            @Parameter(description = "failure or near_failure.", example = "near_failure") @QueryParam("kind")
                    String kind,
            @Parameter(description = "reported or reviewed.", example = "reported") @QueryParam("state") String state,
            @Parameter(description = "Only what happened in this cycle.") @QueryParam("cycleId") String cycleId,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        List<FailureRow> rows = FailureRow.newest(
                request.districtId(),
                Parameters.oneOf(FailureKind.class, "kind", kind),
                Parameters.oneOf(FailureState.class, "state", state),
                Parameters.uuid("cycleId", cycleId),
                ListPosition.beforeInstant(cursor),
                length + 1);
        Opener opener = seals.opener(
                request.districtId(), rows.stream().map(row -> row.failureId).toList());
        return Page.of(
                rows.stream()
                        .map(row -> FailureView.of(row, null, null, opener))
                        .toList(),
                length,
                last -> Cursor.of(last.happenedAt().toString(), last.failureId().toString()));
    }
}
