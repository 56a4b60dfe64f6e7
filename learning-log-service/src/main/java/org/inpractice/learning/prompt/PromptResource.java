package org.inpractice.learning.prompt;

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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
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
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.prompt.PromptRequests.PromptAnswer;
import org.inpractice.learning.prompt.PromptRequests.PromptDismissal;
import org.inpractice.learning.prompt.PromptRequests.PromptRedaction;
import org.inpractice.learning.prompt.PromptTable.Before;
import org.inpractice.learning.prompt.PromptTable.Filter;
import org.inpractice.learning.sealing.Seals;

/** Prompts over REST. */
@Path("/v1/districts/{districtId}/prompts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Prompts",
        description = "What the data ask to look into; answered by a report, or dismissed with a reason.")
public class PromptResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Prompts prompts;

    @Inject
    Seals seals;

    /** What a change answers. */
    @Schema(name = "PromptOutcome")
    public record PromptOutcome(UUID promptId, PromptState state) {}

    /** Answers. */
    @POST
    @Path("{promptId}/answer")
    @Operation(
            summary = "Answer a prompt by a report",
            description = "One report may answer several prompts. A prompt that was dismissed can still be answered."
                    + " If-Match is honoured when sent. Answered again by the same report, nothing changes.")
    @APIResponse(
            responseCode = "200",
            description = "Answered; the ETag is the prompt's",
            content = @Content(schema = @Schema(implementation = PromptOutcome.class)))
    @APIResponse(responseCode = "400", description = "There is no such report in this district")
    @APIResponse(responseCode = "404", description = "No such prompt in this district")
    @APIResponse(responseCode = "409", description = "Another report answers it already")
    public Response answer(
            @PathParam("promptId") String id,
            @Valid @NotNull(message = "Send the answer as a JSON object.") PromptAnswer answer) {
        UUID promptId = Parameters.uuid("promptId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(answer.occurredAt());
        return writes.write(
                answer,
                connection -> Answer.ok(
                        new PromptOutcome(promptId, PromptState.ANSWERED),
                        prompts.answer(connection, request.districtId(), promptId, seen, cause, answer.failureId())));
    }

    /** Dismisses. */
    @POST
    @Path("{promptId}/dismissal")
    @Operation(
            summary = "Dismiss a prompt, with the reason",
            description = "The prompt and its evidence stay to be read. If-Match is honoured when sent.")
    @APIResponse(
            responseCode = "200",
            description = "Dismissed; the ETag is the prompt's",
            content = @Content(schema = @Schema(implementation = PromptOutcome.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "404", description = "No such prompt in this district")
    @APIResponse(responseCode = "409", description = "It is answered or dismissed already")
    public Response dismiss(
            @PathParam("promptId") String id,
            @Valid @NotNull(message = "Send the dismissal as a JSON object.") PromptDismissal dismissal) {
        UUID promptId = Parameters.uuid("promptId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(dismissal.occurredAt());
        return writes.write(
                seals.fingerprint(dismissal),
                connection -> Answer.ok(
                        new PromptOutcome(promptId, PromptState.DISMISSED),
                        prompts.dismiss(connection, request.districtId(), promptId, seen, cause, dismissal.reason())));
    }

    /** Erases. */
    @POST
    @Path("{promptId}/redaction")
    @Operation(
            summary = "Erase the reason of a dismissal for good",
            description =
                    "Its key is deleted: here, in the history, in every replay and on the topic it cannot be read any"
                            + " more. That the prompt was dismissed, when and by whom stays.")
    @APIResponse(
            responseCode = "200",
            description = "Erased; the ETag is the prompt's",
            content = @Content(schema = @Schema(implementation = PromptOutcome.class)))
    @APIResponse(responseCode = "404", description = "No such prompt in this district")
    @APIResponse(responseCode = "409", description = "There is nothing left to erase")
    public Response redact(
            @PathParam("promptId") String id,
            @Valid @NotNull(message = "Send the redaction as a JSON object; {} will do.") PromptRedaction redaction) {
        UUID promptId = Parameters.uuid("promptId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(redaction.occurredAt());
        return writes.write(
                redaction,
                connection -> Answer.ok(
                        new PromptOutcome(promptId, PromptState.DISMISSED),
                        prompts.redact(connection, request.districtId(), promptId, seen, cause)));
    }

    /** One. */
    @GET
    @Path("{promptId}")
    @Operation(summary = "A prompt with its evidence")
    @APIResponse(
            responseCode = "200",
            description = "The prompt; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = PromptView.class)))
    @APIResponse(responseCode = "404", description = "No such prompt in this district, or not then")
    public Response one(
            @PathParam("promptId") String id,
            @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        UUID promptId = Parameters.uuid("promptId", id);
        Instant known = Parameters.instant("asOf", asOf);
        PromptView prompt = reads.read(connection -> PromptTable.one(connection, request.districtId(), promptId, known))
                .orElseThrow(() -> new NotFound("prompt"));
        return Response.ok(prompt.opened(seals.opener(request.districtId(), List.of(promptId))))
                .header(HttpHeaders.ETAG, "\"" + prompt.version() + "\"")
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "Prompts, the last opened first")
    @APIResponse(responseCode = "200", description = "A page of prompts")
    public Page<PromptView> list(
            @Parameter(description = "open, answered or dismissed.", example = "open") @QueryParam("state")
                    String state,
            @Parameter(description = "One of the causes.", example = "worsened") @QueryParam("cause") String cause,
            @Parameter(description = "failure or near_failure.") @QueryParam("kind") String kind,
            @Parameter(description = "true: only those whose cause holds; false: only the others.")
                    @QueryParam("causeHolds")
                    String causeHolds,
            @Parameter(description = "Only of this site.") @QueryParam("siteId") String siteId,
            @Parameter(description = "Only of this cycle.") @QueryParam("cycleId") String cycleId,
            @Parameter(description = "Only of this measure.") @QueryParam("measureId") String measureId,
            @Parameter(description = "Only of this data feed.") @QueryParam("feedId") String feedId,
            @Parameter(description = "Only those that this report answers.") @QueryParam("failureId") String failureId,
            @Parameter(description = "Opened at this instant or later.") @QueryParam("from") String from,
            @Parameter(description = "Opened before this instant.") @QueryParam("to") String to,
            @Parameter(description = "As they were known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Filter filter = new Filter(
                Parameters.oneOf(PromptState.class, "state", state),
                Parameters.oneOf(PromptCause.class, "cause", cause),
                Parameters.oneOf(PromptKind.class, "kind", kind),
                holds(causeHolds),
                site(siteId),
                Parameters.uuid("cycleId", cycleId),
                Parameters.uuid("measureId", measureId),
                Parameters.uuid("feedId", feedId),
                Parameters.uuid("failureId", failureId),
                Parameters.instant("from", from),
                Parameters.instant("to", to));
        Instant known = Parameters.instant("asOf", asOf);
        Before before = before(cursor);
        List<PromptView> rows = reads.read(connection -> opened(
                connection, PromptTable.newest(connection, request.districtId(), filter, known, before, length + 1)));
        return Page.of(
                rows,
                length,
                last -> Cursor.of(last.openedAt().toString(), last.promptId().toString()));
    }

    private List<PromptView> opened(Connection connection, List<PromptView> rows) throws SQLException {
        var dismissed = rows.stream()
                .filter(row -> row.reason() != null)
                .map(PromptView::promptId)
                .toList();
        var opener = seals.opener(connection, request.districtId(), dismissed);
        return rows.stream().map(row -> row.opened(opener)).toList();
    }

    private static Boolean holds(String value) {
        if (value == null || value.equals("true") || value.equals("false")) {
            return value == null ? null : Boolean.valueOf(value);
        }
        throw Problems.invalid("causeHolds", "Send true or false.");
    }

    private static String site(String value) {
        if (value == null || value.matches("[A-Za-z0-9_.:-]{1,64}")) {
            return value;
        }
        throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
    }

    private static Before before(String cursor) {
        List<String> keys = Cursor.keys(cursor, 2);
        try {
            return keys.isEmpty()
                    ? null
                    : new Before(Parameters.instant("cursor", keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
