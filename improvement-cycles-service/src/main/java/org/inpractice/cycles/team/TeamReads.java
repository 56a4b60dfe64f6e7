package org.inpractice.cycles.team;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;

/** Teams to read. */
@Path("/v1/districts/{districtId}/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams")
public class TeamReads {
    /** Whether a team works together. */
    public enum TeamState {
        /** It does. */
        ACTIVE,
        /** It does no more. */
        DISBANDED
    }

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    /** One. */
    @GET
    @Path("{teamId}")
    @Operation(summary = "A team, with who is in it and who was")
    @APIResponse(
            responseCode = "200",
            description = "The team; ETag is its version",
            content = @Content(schema = @Schema(implementation = TeamView.class)))
    @APIResponse(responseCode = "404", description = "No such team in this district, or not yet at that instant")
    public Response team(@PathParam("teamId") UUID teamId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<Team> team = reads.read(connection -> Teams.ROWS.one(connection, request.districtId(), teamId, at))
                .orElseThrow(() -> new NotFound("team"));
        return Response.ok(TeamView.of(team))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + team.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's teams, newest first")
    public Page<TeamView> teams(
            @Parameter(description = "active or disbanded; both when absent") @QueryParam("state") String state,
            @Parameter(description = "Teams this person is or was in") @QueryParam("person") String person,
            @Parameter(description = "As was known at this instant") @QueryParam("asOf") String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        long before = Cursor.sequence(cursor);
        TeamState wanted = Parameters.oneOf(TeamState.class, "state", state);
        String somebody = Texts.parameter("person", person);
        Select select = Teams.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .when(wanted == null ? null : wanted == TeamState.DISBANDED, "and t.disbanded = ?")
                .when(somebody == null ? null : List.of(Person.key(somebody)), "and t.people @> ?");
        List<Known<Team>> rows = reads.read(connection -> Teams.ROWS.newestFirst(connection, select, before, length));
        Page<Known<Team>> page = Page.of(rows, length, row -> Cursor.of(String.valueOf(row.firstSeq())));
        return new Page<>(page.items().stream().map(TeamView::of).toList(), page.next());
    }
}
