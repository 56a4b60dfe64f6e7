package org.inpractice.cycles.capacity;

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
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.api.NotFound;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.capacity.CoachingDecider.Command.RecordCoaching;
import org.inpractice.cycles.capacity.CoachingDecider.Command.WithdrawCoaching;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Coaching sessions over REST. */
@Path("/v1/districts/{districtId}/coaching-sessions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Capacity", description = "Coaching, training, who leads how much, who needs help.")
public class CoachingResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    DistrictReads reads;

    @Inject
    CoachingSessions sessions;

    @Inject
    Clock clock;

    /** The session a command was about. */
    @Schema(name = "CoachingSessionVersion")
    public record SessionVersion(UUID sessionId, long version) {}

    /**
     * A coaching session.
     *
     * @param withdrawal why it does not count
     */
    @Schema(name = "CoachingSession")
    public record SessionView(
            UUID sessionId,
            long version,
            String coach,
            List<String> coached,
            UUID teamId,
            UUID cycleId,
            LocalDate on,
            int minutes,
            String topic,
            String notes,
            String withdrawal) {
        static SessionView of(Known<CoachingSession> known) {
            var session = known.state().recorded();
            return new SessionView(
                    session.sessionId(),
                    known.version(),
                    session.coach(),
                    session.coached(),
                    session.teamId(),
                    session.cycleId(),
                    session.on(),
                    session.minutes(),
                    session.topic(),
                    session.notes(),
                    known.state().withdrawal());
        }
    }

    /** Records. */
    @POST
    @Operation(summary = "Record a coaching session: who coached whom, which team, on which cycle")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; Location and ETag are the session's",
            content = @Content(schema = @Schema(implementation = SessionVersion.class)))
    @APIResponse(responseCode = "400", description = "The problem names the field and the remedy")
    @APIResponse(responseCode = "409", description = "The coach had left every team by then")
    public Response add(
            @Valid @NotNull(message = "Send the session as a JSON object.") CapacityRequests.Coaching coaching) {
        UUID sessionId = DistrictStream.newId();
        Append.Cause cause = request.cause(coaching.occurredAt());
        LocalDate day = coaching.on() == null ? Days.of(cause.occurredAt()) : coaching.on();
        var command = new RecordCoaching(coaching.recorded(sessionId, day), Days.latestToday(clock.instant()));
        return writes.write(coaching, connection -> {
            long version =
                    sessions.handle(connection, request.districtId(), sessionId, OptionalLong.empty(), cause, command);
            return Answer.created("coaching-sessions/" + sessionId, new SessionVersion(sessionId, version), version);
        });
    }

    /** Withdraws. */
    @POST
    @Path("{sessionId}/withdrawal")
    @Operation(summary = "Take back a session that did not take place or was recorded wrong")
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = SessionVersion.class)))
    @APIResponse(responseCode = "409", description = "It was withdrawn before")
    public Response withdraw(
            @PathParam("sessionId") UUID sessionId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") CapacityRequests.Withdrawal withdrawal) {
        OptionalLong seen = request.ifMatch();
        Append.Cause cause = request.cause(withdrawal.occurredAt());
        return writes.write(withdrawal, connection -> {
            long version = sessions.handle(
                    connection,
                    request.districtId(),
                    sessionId,
                    seen,
                    cause,
                    new WithdrawCoaching(withdrawal.reason()));
            return Answer.ok(new SessionVersion(sessionId, version), version);
        });
    }

    /** One. */
    @GET
    @Path("{sessionId}")
    @Operation(summary = "A coaching session")
    @APIResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionView.class)))
    @APIResponse(responseCode = "404", description = "No such session in this district, or not yet")
    public Response one(@PathParam("sessionId") UUID sessionId, @QueryParam("asOf") String asOf) {
        AsOf at = AsOf.parameter(asOf);
        Known<CoachingSession> session = reads.read(
                        connection -> CoachingSessions.ROWS.one(connection, request.districtId(), sessionId, at))
                .orElseThrow(() -> new NotFound("coaching session"));
        return Response.ok(SessionView.of(session))
                .header(HttpHeaders.ETAG, at.isNow() ? "\"" + session.version() + "\"" : null)
                .build();
    }

    /** Many. */
    @GET
    @Operation(summary = "The district's coaching sessions, the last held first")
    public Page<SessionView> list(
            @QueryParam("coach") String coach,
            @Parameter(description = "Sessions in which this person was coached by name.") @QueryParam("person")
                    String person,
            @QueryParam("teamId") String teamId,
            @QueryParam("cycleId") String cycleId,
            @Parameter(description = "Held on this day or later.") @QueryParam("from") String from,
            @Parameter(description = "Held on this day or earlier.") @QueryParam("to") String to,
            @Parameter(description = "true for those that were taken back; the others when absent.")
                    @QueryParam("withdrawn")
                    String withdrawn,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        HeldOn after = HeldOn.read(cursor);
        String byCoach = Texts.parameter("coach", coach);
        String ofPerson = Texts.parameter("person", person);
        Select select = CoachingSessions.ROWS
                .select(request.districtId(), AsOf.parameter(asOf))
                .and("and t.withdrawn = ?", Boolean.TRUE.equals(Texts.yesOrNo("withdrawn", withdrawn)))
                .when(byCoach == null ? null : Person.key(byCoach), "and t.coach_key = ?")
                .when(ofPerson == null ? null : Person.key(ofPerson), "and ? = any (t.people)")
                .when(Parameters.uuid("teamId", teamId), "and t.team_id = ?")
                .when(Parameters.uuid("cycleId", cycleId), "and t.cycle_id = ?")
                .when(Parameters.date("from", from), "and t.held_on >= ?")
                .when(Parameters.date("to", to), "and t.held_on <= ?");
        List<Known<CoachingSession>> rows =
                reads.read(connection -> CoachingSessions.ROWS.rows(connection, HeldOn.page(select, after, length)));
        Page<Known<CoachingSession>> page = Page.of(
                rows, length, row -> HeldOn.cursor(row.state().recorded().on(), row));
        return new Page<>(page.items().stream().map(SessionView::of).toList(), page.next());
    }
}
