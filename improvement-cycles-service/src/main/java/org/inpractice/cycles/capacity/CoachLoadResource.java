package org.inpractice.cycles.capacity;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.LongText;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.capacity.CoachLoadEvent.CoachLoadSet;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;

/** How much coaches shall carry at most, and what they carry, over REST. */
@Path("/v1/districts/{districtId}/coach-load")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Capacity")
public class CoachLoadResource {
    /** Four weeks, when the district never said over how many days to count: our choice, the length of most cadences. */
    private static final int DAYS = 28;

    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    CoachLoads loads;

    @Inject
    Clock clock;

    /** A load to set. */
    @Schema(name = "CoachLoadChange")
    public record LoadChange(
            @Schema(examples = "28", description = "The days over which sessions and teams are counted.")
            @NotNull(message = "Say over how many days sessions and teams are counted.")
            @Min(value = 1, message = "Send a number of days from 1 to 366.")
            @Max(value = 366, message = "Send a number of days from 1 to 366.")
            Integer days,

            @Schema(examples = "12")
            @NotNull(message = "Say how many sessions a coach shall hold in these days at most.")
            @Min(value = 1, message = "Send a number from 1 to 1,000.")
            @Max(value = 1_000, message = "Send a number from 1 to 1,000.")
            Integer sessions,

            @Schema(examples = "5")
            @NotNull(message = "Say how many teams a coach shall have in these days at most.")
            @Min(value = 1, message = "Send a number from 1 to 1,000.")
            @Max(value = 1_000, message = "Send a number from 1 to 1,000.")
            Integer teams,

            @LongText String reason,
            Instant occurredAt) {}

    /** Reads it. */
    @GET
    @Operation(summary = "How much one coach shall carry at most")
    @APIResponse(
            responseCode = "200",
            description = "What was set, {} when nothing ever was; its ETag is for If-Match",
            content = @Content(schema = @Schema(implementation = CoachLoad.class)))
    public Response load(@QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Optional<Known<CoachLoad>> load =
                reads.read(connection -> CoachLoads.known(connection, request.districtId(), at));
        long version = load.map(Known::version).orElse(0L);
        Object body = load.<Object>map(Known::state).orElse(Map.of());
        return Response.ok(body)
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + version + "\"" : null)
                .build();
    }

    /** Sets it. */
    @PUT
    @Operation(summary = "Say how much one coach shall carry at most", description = "Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            description = "Set, or nothing to change",
            content = @Content(schema = @Schema(implementation = CoachLoad.class)))
    @APIResponse(responseCode = "412", description = "It has changed since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response set(@Valid @NotNull(message = "Send the load as a JSON object.") LoadChange change) {
        OptionalLong seen = request.requiredIfMatch();
        var cause = request.cause(change.occurredAt());
        CoachLoadSet set = new CoachLoadSet(change.days(), change.sessions(), change.teams(), change.reason());
        return writes.write(change, connection -> {
            long version = loads.set(connection, request.districtId(), seen, cause, set);
            return Answer.ok(new CoachLoad(set.days(), set.sessions(), set.teams()), version);
        });
    }

    /** What they carry. */
    @GET
    @Path("report")
    @Operation(
            summary = "What each coach carried, against what the district allows",
            description = "Counted over the days the district has set (28 when it never did), ending on the day asked"
                    + " for. Those who carried most first.")
    @APIResponse(responseCode = "200", description = "The report")
    public CoachLoadReading report(
            @Parameter(description = "Last day counted; today when absent.") @QueryParam("to") String to,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf) {
        AsOf at = AsOf.parameter(asOf);
        LocalDate wanted = Parameters.date("to", to);
        LocalDate last = wanted == null ? Days.of(at.isNow() ? clock.instant() : at.instant()) : wanted;
        return reads.read(connection -> report(connection, last, at));
    }

    private CoachLoadReading report(Connection connection, LocalDate last, AsOf at) throws SQLException {
        CoachLoad load = CoachLoads.known(connection, request.districtId(), at)
                .map(Known::state)
                .orElse(null);
        LocalDate first = last.minusDays((load == null ? DAYS : load.days()) - 1L);
        Select select = CoachingSessions.ROWS
                .select(request.districtId(), at)
                .and("and not t.withdrawn and t.held_on between ? and ?", first, last)
                .and("order by t.held_on, t.first_seq");
        List<CoachingRecorded> sessions = CoachingSessions.ROWS.rows(connection, select).stream()
                .map(row -> row.state().recorded())
                .toList();
        return CoachLoadReading.of(first, last, load, sessions);
    }
}
