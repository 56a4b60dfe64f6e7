package org.inpractice.learning.action;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
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
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.learning.action.ActionRequests.ActionMeasure;
import org.inpractice.learning.action.ActionRequests.ActionRevision;
import org.inpractice.learning.action.ActionTable.After;
import org.inpractice.learning.action.ActionTable.Filter;
import org.inpractice.learning.followed.FollowedSteps;
import org.inpractice.learning.sealing.Seals;

/** The actions of all reviews over REST. */
@Path("/v1/districts/{districtId}/actions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Actions", description = "What reviews agreed on: due, overdue, done, and whether it helped.")
public class ActionResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Actions actions;

    @Inject
    Seals seals;

    @Inject
    Clock clock;

    /** What a change answers. */
    @Schema(name = "ActionChanged")
    public record ActionChanged(UUID actionId) {}

    /** Many. */
    @GET
    @Operation(summary = "Actions, overdue first, done last", description = "What is due first comes first.")
    @APIResponse(responseCode = "200", description = "A page of actions")
    public Page<ActionView> list(
            @Parameter(description = "open (overdue ones included), overdue or done.", example = "overdue")
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only of this owner; capitals do not matter.") @QueryParam("owner") String owner,
            @Parameter(description = "Only of this report.") @QueryParam("failureId") String failureId,
            @Parameter(description = "Only those whose effect shall show on this measure.") @QueryParam("measureId")
                    String measureId,
            @Parameter(description = "Only of failures in this cycle, or answered by its feedback.")
                    @QueryParam("cycleId")
                    String cycleId,
            @Parameter(description = "Only of failures at this site.") @QueryParam("siteId") String siteId,
            @Parameter(description = "Due on this day or later.", example = "2026-01-01") @QueryParam("dueFrom")
                    String dueFrom,
            @Parameter(description = "Due on this day or before.", example = "2026-01-31") @QueryParam("dueTo")
                    String dueTo,
            @Parameter(description = "As they were known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf,
            @Parameter(description = "The next of the previous page.") @QueryParam("cursor") String cursor,
            @Parameter(description = "1 to 500, 100 when absent.", example = "100") @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        Instant known = Parameters.instant("asOf", asOf);
        LocalDate today = today(known);
        ActionState wanted = Parameters.oneOf(ActionState.class, "state", state);
        Filter filter = new Filter(
                wanted == null ? null : wanted == ActionState.DONE,
                wanted == ActionState.OVERDUE ? today : null,
                owner == null ? null : ActionProjection.ownerKey(seals, request.districtId(), owner),
                Parameters.uuid("failureId", failureId),
                Parameters.uuid("measureId", measureId),
                Parameters.uuid("cycleId", cycleId),
                site(siteId),
                Parameters.date("dueFrom", dueFrom),
                Parameters.date("dueTo", dueTo));
        After after = after(cursor);
        List<ActionView> rows = reads.read(connection -> {
            List<KnownAction> found =
                    ActionTable.dueFirst(connection, request.districtId(), filter, known, after, length + 1);
            var opener = seals.opener(
                    connection,
                    request.districtId(),
                    found.stream()
                            .flatMap(action -> java.util.stream.Stream.of(action.actionId(), action.failureId()))
                            .distinct()
                            .toList());
            return found.stream()
                    .map(action -> ActionView.of(action, today, opener))
                    .toList();
        });
        return Page.of(
                rows,
                length,
                last -> Cursor.of(
                        String.valueOf(last.state() == ActionState.DONE),
                        last.due().toString(),
                        last.actionId().toString()));
    }

    /** One. */
    @GET
    @Path("{actionId}")
    @Operation(summary = "An action")
    @APIResponse(
            responseCode = "200",
            description = "The action; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    @APIResponse(responseCode = "404", description = "No such action in this district, or not then")
    public Response one(
            @PathParam("actionId") String id,
            @Parameter(description = "As it was known at this instant.", example = "2026-03-01T08:00:00Z")
                    @QueryParam("asOf")
                    String asOf) {
        Instant known = Parameters.instant("asOf", asOf);
        KnownAction action = known(id, known);
        var opener = seals.opener(request.districtId(), List.of(action.actionId(), action.failureId()));
        return Response.ok(ActionView.of(action, today(known), opener))
                .header(HttpHeaders.ETAG, "\"" + action.version() + "\"")
                .build();
    }

    /** What came of it. */
    @GET
    @Path("{actionId}/effect")
    @Operation(
            summary = "What feedback said of the action's measure since it was done",
            description = "Verdicts on cycles that the measure decides, and signals on it, told on or after the day of"
                    + " completion. That something moved after an action is no proof that the action moved it.")
    @APIResponse(responseCode = "200", description = "The effect, or that it waits for feedback")
    @APIResponse(responseCode = "404", description = "No such action in this district")
    public ActionEffect effect(@PathParam("actionId") String id) {
        KnownAction action = known(id, null);
        return action.measureId() == null
                ? ActionEffect.of(action, List.of())
                : ActionEffect.of(
                        action,
                        reads.read(connection ->
                                FollowedSteps.saidOfMeasure(connection, request.districtId(), action.measureId())));
    }

    /** Revises. */
    @POST
    @Path("{actionId}/revision")
    @Operation(
            summary = "Agree on another due day, or on another owner, with the reason",
            description = "If-Match is honoured when sent. Reminders begin anew with a new day.")
    @APIResponse(
            responseCode = "200",
            description = "Revised; the ETag is the action's",
            content = @Content(schema = @Schema(implementation = ActionChanged.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and what to send")
    @APIResponse(responseCode = "404", description = "No such action in this district")
    @APIResponse(responseCode = "409", description = "It is done")
    public Response revise(
            @PathParam("actionId") String id,
            @Valid @NotNull(message = "Send the revision as a JSON object.") ActionRevision revision) {
        UUID actionId = Parameters.uuid("actionId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(revision.occurredAt());
        LocalDate today = today(null);
        return writes.write(
                seals.fingerprint(revision),
                connection -> Answer.ok(
                        new ActionChanged(actionId),
                        actions.revise(connection, request.districtId(), actionId, seen, cause, revision, today)));
    }

    /** Links. */
    @PUT
    @Path("{actionId}/measure")
    @Operation(
            summary = "Say on which measure the action's effect shall show",
            description = "With a cycle, its feedback answers; without, that of every cycle that watches the measure."
                    + " If-Match is honoured when sent.")
    @APIResponse(
            responseCode = "200",
            description = "Linked; the ETag is the action's",
            content = @Content(schema = @Schema(implementation = ActionChanged.class)))
    @APIResponse(
            responseCode = "400",
            description = "No such measure has been heard of, or the cycle does not watch it")
    @APIResponse(responseCode = "404", description = "No such action in this district")
    public Response link(
            @PathParam("actionId") String id,
            @Valid @NotNull(message = "Send the measure as a JSON object.") ActionMeasure measure) {
        UUID actionId = Parameters.uuid("actionId", id);
        OptionalLong seen = request.ifMatch();
        var cause = request.cause(measure.occurredAt());
        return writes.write(
                measure,
                connection -> Answer.ok(
                        new ActionChanged(actionId),
                        actions.link(
                                connection,
                                request.districtId(),
                                actionId,
                                seen,
                                cause,
                                measure.measureId(),
                                measure.cycleId())));
    }

    private KnownAction known(String id, Instant asOf) {
        UUID actionId = Parameters.uuid("actionId", id);
        return reads.read(connection -> ActionTable.one(connection, request.districtId(), actionId, asOf))
                .orElseThrow(() -> new NotFound("action"));
    }

    /** What was overdue then is judged by the calendar of then. */
    private LocalDate today(Instant asOf) {
        return CalendarDays.earliest(asOf == null ? clock.instant() : asOf);
    }

    private static String site(String value) {
        if (value == null || value.matches("[A-Za-z0-9_.:-]{1,64}")) {
            return value;
        }
        throw Problems.invalid("siteId", "Send a site's id, for example 19647330102901.");
    }

    private static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 3);
        try {
            return keys.isEmpty()
                    ? null
                    : new After(
                            keys.get(0).equals("true"),
                            Parameters.date("cursor", keys.get(1)),
                            UUID.fromString(keys.get(2)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }
}
