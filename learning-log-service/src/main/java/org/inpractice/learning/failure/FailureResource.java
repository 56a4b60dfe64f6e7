package org.inpractice.learning.failure;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.learning.failure.FailureAnswers.FailureOutcome;
import org.inpractice.learning.failure.FailureAnswers.FailureView;
import org.inpractice.learning.failure.FailureAnswers.RedactedFailure;
import org.inpractice.learning.failure.FailureCommand.CloseFailure;
import org.inpractice.learning.failure.FailureCommand.DismissFailure;
import org.inpractice.learning.failure.FailureRequests.FailureClosure;
import org.inpractice.learning.failure.FailureRequests.FailureDismissal;
import org.inpractice.learning.failure.FailureRequests.FailureRedaction;
import org.inpractice.learning.failure.FailureRequests.FailureReport;
import org.inpractice.learning.failure.FailureRequests.FailureTriage;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Failures and near-failures over REST: told, triaged, dismissed, closed, redacted. */
@Path("/v1/districts/{districtId}/failures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Failures", description = "Report, review and act on failures and near-failures.")
public class FailureResource {
    /** The actor of an event whose reporter asked not to be named. */
    static final String ANONYMOUS = "anonymous";

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

    /** Reports. */
    @POST
    @Operation(
            summary = "Report a failure or near-failure",
            description = "kind and whatHappened are enough; everything else helps and may come with the review.")
    @APIResponse(
            responseCode = "201",
            description = "Reported; Location and ETag are the failure's. hints tell where words might be others",
            content = @Content(schema = @Schema(implementation = FailureOutcome.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    public Response report(@Valid @NotNull(message = "Send the report as a JSON object.") FailureReport report) {
        UUID failureId = DistrictStream.newId();
        Append.Cause cause = report.isAnonymous() ? anonymous(report) : request.cause(report.occurredAt());
        Failures.Wanted wanted = (sealer, taxonomy) -> report.command(failureId, clock.instant(), sealer);
        return writes.write(
                seals.fingerprint(report),
                connection -> Answer.created(
                        "failures/" + failureId,
                        new FailureOutcome(failureId, FailureState.REPORTED, report.hints()),
                        failures.handle(connection, failureId, OptionalLong.empty(), cause, wanted)));
    }

    /** Without trace context: a partner who traces its own requests would know whose this was. */
    private Append.Cause anonymous(FailureReport report) {
        return new Append.Cause(
                ANONYMOUS, DistrictRequest.occurredAt(report.occurredAt(), clock.instant()), null, null);
    }

    /** Triages. */
    @POST
    @Path("{failureId}/triage")
    @Operation(
            summary = "Say that a failure will be reviewed, by when and led by whom",
            description = "Again to change it, or to take up one that was dismissed.")
    @APIResponse(
            responseCode = "200",
            description = "Triaged",
            content = @Content(schema = @Schema(implementation = FailureOutcome.class)))
    @APIResponse(responseCode = "409", description = "Its review has begun, or is completed")
    public Response triage(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the triage as a JSON object, {} will do.") FailureTriage triage) {
        UUID failureId = Parameters.uuid("failureId", id);
        Failures.Wanted wanted = (sealer, taxonomy) -> triage.command(failureId, clock.instant(), sealer);
        return step(failureId, triage, request.cause(triage.occurredAt()), FailureState.TRIAGED, wanted);
    }

    /** Dismisses. */
    @POST
    @Path("{failureId}/dismissal")
    @Operation(summary = "Say why there is nothing to review")
    @APIResponse(
            responseCode = "200",
            description = "Dismissed; a triage takes it up again",
            content = @Content(schema = @Schema(implementation = FailureOutcome.class)))
    @APIResponse(responseCode = "409", description = "It is dismissed or reviewed already")
    public Response dismiss(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the dismissal as a JSON object.") FailureDismissal dismissal) {
        UUID failureId = Parameters.uuid("failureId", id);
        Failures.Wanted wanted = (sealer, taxonomy) -> new DismissFailure(
                failureId, sealer.seal(FailureTexts.DISMISSED_BECAUSE, FailureRequests.said(dismissal.because())));
        return step(failureId, dismissal, request.cause(dismissal.occurredAt()), FailureState.DISMISSED, wanted);
    }

    /** Closes. */
    @POST
    @Path("{failureId}/closure")
    @Operation(summary = "Close a reviewed failure", description = "When its actions are done, or with a reason.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = FailureOutcome.class)))
    @APIResponse(responseCode = "409", description = "It is not reviewed, closed already, or actions are open")
    public Response close(
            @PathParam("failureId") String id,
            @Valid @NotNull(message = "Send the closure as a JSON object, {} will do.") FailureClosure closure) {
        UUID failureId = Parameters.uuid("failureId", id);
        Failures.Wanted wanted = (sealer, taxonomy) -> new CloseFailure(
                failureId,
                sealer.seal(FailureTexts.OPEN_ACTIONS_BECAUSE, FailureRequests.said(closure.openActionsBecause())));
        return step(failureId, closure, request.cause(closure.occurredAt()), FailureState.CLOSED, wanted);
    }

    private Response step(UUID failureId, Object body, Append.Cause cause, FailureState after, Failures.Wanted wanted) {
        OptionalLong seen = request.ifMatch();
        return writes.write(
                seals.fingerprint(body),
                connection -> Answer.ok(
                        new FailureOutcome(failureId, after, null),
                        failures.handle(connection, failureId, seen, cause, wanted)));
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
                        failures.redact(connection, failureId, seen, cause, redaction.reason(), fields)));
    }

    /** One. */
    @GET
    @Path("{failureId}")
    @Operation(summary = "A failure with its review and actions")
    @APIResponse(
            responseCode = "200",
            description = "The failure; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = FailureView.class)))
    @APIResponse(responseCode = "404", description = "No such failure in this district, or not at that time")
    public Response one(
            @PathParam("failureId") String id,
            @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        FailureView failure = reads.one(Parameters.uuid("failureId", id), Parameters.instant("asOf", asOf));
        return Response.ok(failure)
                .header(HttpHeaders.ETAG, "\"" + failure.version() + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "Failures, newest first")
    @APIResponse(responseCode = "200", description = "A page of failures, without reviews and actions")
    public Page<FailureView> list(
            @BeanParam FailureQuery query,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        return Page.of(
                reads.newest(query.filter(reads::factorKey), ListPosition.beforeInstant(cursor), length + 1),
                length,
                last -> Cursor.of(last.happenedAt().toString(), last.failureId().toString()));
    }
}
