package org.inpractice.cycles.goal;

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
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.goal.GoalTerms.GoalAgreed;
import org.inpractice.cycles.goal.GoalTerms.GoalRetirement;
import org.inpractice.cycles.goal.GoalViews.GoalView;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Goals over REST. */
@Path("/v1/districts/{districtId}/goals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What the district wants in the long run, each tied to priorities.")
public class GoalResource {
    /** Whether a goal is pursued. */
    public enum GoalState {
        /** It is. */
        ACTIVE,
        /** It is no more. */
        RETIRED
    }

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    Goals goals;

    @Inject
    Clock clock;

    /** The goal a command was about, and its version after it. */
    public record GoalVersion(UUID goalId, long version) {}

    /** Sets. */
    @POST
    @Operation(summary = "Set a goal, tied to priorities of the state or the district")
    @APIResponse(responseCode = "201", description = "Set; Location and ETag say where and which version.")
    public Response set(@Valid @NotNull(message = "Send the goal as a JSON object.") GoalAgreed goal) {
        UUID goalId = DistrictStream.newId();
        Append.Cause cause = request.cause(goal.occurredAt());
        return writes.write(goal, connection -> {
            long version = goals.say(connection, OptionalLong.empty(), cause, goal.content(goalId), true);
            return Answer.created("goals/" + goalId, new GoalVersion(goalId, version), version);
        });
    }

    /** Revises. */
    @PUT
    @Path("{goalId}")
    @Operation(summary = "Put a goal differently", description = "Send all of it, with the ETag you read as If-Match.")
    @APIResponse(responseCode = "200", description = "Revised, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    public Response revise(
            @PathParam("goalId") UUID goalId,
            @Valid @NotNull(message = "Send the goal as a JSON object.") GoalAgreed goal) {
        OptionalLong seen = request.requiredIfMatch();
        Append.Cause cause = request.cause(goal.occurredAt());
        return writes.write(goal, connection -> {
            long version = goals.say(connection, seen, cause, goal.content(goalId), false);
            return Answer.ok(new GoalVersion(goalId, version), version);
        });
    }

    /** Retires. */
    @POST
    @Path("{goalId}/retirement")
    @Operation(summary = "Retire a goal", description = "Aims that serve it stay as they are; no new one may name it.")
    @APIResponse(responseCode = "200", description = "Retired.")
    @APIResponse(responseCode = "409", description = "It is retired already.")
    public Response retire(
            @PathParam("goalId") UUID goalId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") GoalRetirement end) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(end.occurredAt());
        Instant now = clock.instant();
        LocalDate day =
                end.retiredOn() == null ? Days.of(end.occurredAt() == null ? now : end.occurredAt()) : end.retiredOn();
        var command = new GoalDecider.Command.RetireGoal(day, end.reason(), Days.latestToday(now));
        return writes.write(end, connection -> {
            long version = goals.handle(connection, goalId, seen, cause, command);
            return Answer.ok(new GoalVersion(goalId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("{goalId}")
    @Operation(summary = "A goal")
    @APIResponse(
            responseCode = "200",
            description = "The goal; ETag is its version",
            content = @Content(schema = @Schema(implementation = GoalView.class)))
    @APIResponse(responseCode = "404", description = "No such goal in this district, or not yet at that instant")
    public Response goal(@PathParam("goalId") UUID goalId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Goal> goal = reads.read(connection -> Goals.ROWS.one(connection, request.districtId(), goalId, at))
                .orElseThrow(() -> new NotFound("goal"));
        return Response.ok(GoalView.of(goal))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + goal.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's goals, newest first")
    public Page<GoalView> goals(
            @Parameter(description = "active or retired; both when absent") @QueryParam("state") String state,
            @Parameter(description = "Tied to this priority", example = "state-5") @QueryParam("priorityId")
                    String priorityId,
            @QueryParam("teamId") String teamId,
            @QueryParam("owner") String owner,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        GoalState wanted = Parameters.oneOf(GoalState.class, "state", state);
        String priority = Texts.parameter("priorityId", priorityId);
        Select select = Goals.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .when(wanted == null ? null : wanted == GoalState.RETIRED, "and t.retired = ?")
                .when(priority == null ? null : List.of(priority), "and t.priority_ids @> ?")
                .when(Parameters.uuid("teamId", teamId), "and t.team_id = ?")
                .when(Texts.parameter("owner", owner), "and lower(t.owner) = lower(?)");
        List<Known<Goal>> rows = reads.read(connection -> Goals.ROWS.newestFirst(connection, select, before, length));
        Page<Known<Goal>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(GoalView::of).toList(), page.next());
    }
}
