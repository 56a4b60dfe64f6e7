package org.inpractice.cycles.portfolio;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
import org.inpractice.cycles.Known;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.portfolio.WorkLimit.Excess;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.LiftLimit;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.SetLimit;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Running;

/** Limits on work in progress over REST; {@code all} stands for the one of teams without one of their own. */
@Path("/v1/districts/{districtId}/work-limits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class WorkLimitResource {
    private static final String ALL = "all";
    private static final String NUMBER = "Send a number of cycles from 1 to 100.";

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    WorkLimits limits;

    /** A limit to set. */
    @Schema(name = "WorkLimitChange")
    public record LimitChange(
            @Schema(examples = "2")
            @NotNull(message = "Say how many cycles may be in progress at most.")
            @Min(value = 1, message = NUMBER)
            @Max(value = 100, message = NUMBER)
            Integer atMost,

            @LongText String reason,
            Instant occurredAt) {}

    /** Why a limit is lifted. */
    @Schema(name = "WorkLimitLifting")
    public record Lifting(
            @NotNull(message = "Say why it holds no longer.") @LongText
            String reason,

            Instant occurredAt) {}

    /**
     * The limit a command was about.
     *
     * @param teamId absent for the one of all teams
     */
    @Schema(name = "WorkLimitVersion")
    public record LimitVersion(UUID teamId, long version) {}

    /** A cycle in progress. */
    @Schema(name = "CycleInProgress")
    public record InProgress(UUID cycleId, String changeIdea) {}

    /**
     * A limit, and what it is about.
     *
     * @param teamId absent for the one of all teams without one of their own
     * @param atMost absent when it was lifted
     * @param inProgress of a team, its cycles in progress, on hold or not
     * @param reached whether one more would be refused
     * @param overrides starts beyond it
     */
    @Schema(name = "WorkLimit")
    public record LimitView(
            UUID teamId,
            Integer atMost,
            String reason,
            List<InProgress> inProgress,
            Boolean reached,
            List<Excess> overrides,
            long version) {}

    /** Sets. */
    @PUT
    @Path("{team}")
    @Operation(
            summary = "Say how many cycles a team may have in progress at most",
            description = "Needs If-Match; \"0\" when there is none yet. `all` in place of a team's id holds for teams"
                    + " without a limit of their own, and for each owner of cycles without a team.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = LimitVersion.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(
            @PathParam("team") String team,
            @Valid @NotNull(message = "Send the limit as a JSON object.") LimitChange change) {
        UUID teamId = teamId(team);
        return move(
                teamId,
                request.requiredIfMatch(),
                change,
                change.occurredAt(),
                new SetLimit(teamId, change.atMost(), change.reason()));
    }

    /** Lifts. */
    @POST
    @Path("{team}/lifting")
    @Operation(summary = "Do without a limit from now on")
    @APIResponse(
            responseCode = "200",
            description = "Lifted",
            content = @Content(schema = @Schema(implementation = LimitVersion.class)))
    @APIResponse(responseCode = "404", description = "No limit holds there")
    public Response lift(
            @PathParam("team") String team,
            @Valid @NotNull(message = "Send the reason as a JSON object.") Lifting lifting) {
        return move(teamId(team), request.ifMatch(), lifting, lifting.occurredAt(), new LiftLimit(lifting.reason()));
    }

    private Response move(UUID teamId, OptionalLong seen, Object body, Instant occurredAt, Command command) {
        var cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = limits.handle(connection, request.districtId(), teamId, seen, cause, command);
            return Answer.ok(new LimitVersion(teamId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("{team}")
    @Operation(summary = "A limit, what is in progress under it, and starts beyond it")
    @APIResponse(
            responseCode = "200",
            description = "The limit; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = LimitView.class)))
    @APIResponse(responseCode = "404", description = "None was ever set there")
    public Response one(@PathParam("team") String team, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        UUID teamId = teamId(team);
        LimitView view = reads.read(connection -> view(
                connection,
                WorkLimits.known(connection, request.districtId(), teamId, at)
                        .orElseThrow(() -> new NotFound("limit on work in progress")),
                at));
        return Response.ok(view)
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + view.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(
            summary = "The district's limits on work in progress, the last set up first; lifted ones without a number")
    public Page<LimitView> list(
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        long before = Cursor.sequence(cursor);
        return reads.read(connection -> {
            List<Known<WorkLimit>> rows = WorkLimits.ROWS.newestFirst(
                    connection, WorkLimits.ROWS.select(request.districtId(), at), before, length);
            Page<Known<WorkLimit>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
            List<LimitView> views = new ArrayList<>();
            for (Known<WorkLimit> known : page.items()) {
                views.add(view(connection, known, at));
            }
            return new Page<>(views, page.next());
        });
    }

    private LimitView view(Connection connection, Known<WorkLimit> known, AsOf at) throws SQLException {
        WorkLimit limit = known.state();
        List<Running> running = limit.teamId() == null
                ? null
                : WorkLimits.inProgress(connection, request.districtId(), limit.teamId(), null, at);
        return new LimitView(
                limit.teamId(),
                limit.atMost(),
                limit.reason(),
                running == null
                        ? null
                        : running.stream()
                                .map(cycle -> new InProgress(cycle.cycleId(), cycle.changeIdea()))
                                .toList(),
                (running == null || limit.atMost() == null) ? null : running.size() >= limit.atMost(),
                limit.overrides(),
                known.version());
    }

    private static UUID teamId(String team) {
        return ALL.equals(team) ? null : Parameters.uuid("team", team);
    }
}
