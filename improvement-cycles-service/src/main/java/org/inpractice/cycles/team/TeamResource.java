package org.inpractice.cycles.team;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.team.TeamCommand.AddMember;
import org.inpractice.cycles.team.TeamCommand.DisbandTeam;
import org.inpractice.cycles.team.TeamCommand.FormTeam;
import org.inpractice.cycles.team.TeamCommand.LeaveTeam;
import org.inpractice.cycles.team.TeamCommand.RenameTeam;
import org.inpractice.cycles.team.TeamRequests.NewTeamMember;
import org.inpractice.cycles.team.TeamRequests.TeamDeparture;
import org.inpractice.cycles.team.TeamRequests.TeamDisbandment;
import org.inpractice.cycles.team.TeamRequests.TeamRenaming;
import org.inpractice.cycles.team.TeamRequests.TeamToForm;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;

/** Teams over REST. */
@Path("/v1/districts/{districtId}/teams")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "Who works together: sponsor, lead, members, coach; who joined and who left.")
public class TeamResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Teams teams;

    @Inject
    Clock clock;

    /** The team a command was about, and its version after it. */
    public record TeamVersion(UUID teamId, long version) {}

    /** Forms. */
    @POST
    @Operation(summary = "Form a team", description = "With its people, who may also join later.")
    @APIResponse(responseCode = "201", description = "Formed; Location and ETag say where and which version.")
    public Response form(@Valid @NotNull(message = "Send the team as a JSON object.") TeamToForm team) {
        UUID teamId = DistrictStream.newId();
        Append.Cause cause = request.cause(team.occurredAt());
        FormTeam command = team.command(teamId, day(team.occurredAt()), latestToday());
        return writes.write(team, connection -> {
            long version = teams.handle(connection, teamId, OptionalLong.empty(), cause, command);
            return Answer.created("teams/" + teamId, new TeamVersion(teamId, version), version);
        });
    }

    /** Renames. */
    @PUT
    @Path("{teamId}")
    @Operation(summary = "Give a team another name or purpose", description = "With the ETag you read as If-Match.")
    @APIResponse(responseCode = "200", description = "Renamed, or unchanged when it says the same.")
    @APIResponse(responseCode = "412", description = "It has changed since you read it.")
    @APIResponse(responseCode = "428", description = "If-Match is missing.")
    public Response rename(
            @PathParam("teamId") UUID teamId,
            @Valid @NotNull(message = "Send name and purpose as a JSON object.") TeamRenaming renaming) {
        return handle(
                teamId,
                renaming,
                request.requiredIfMatch(),
                renaming.occurredAt(),
                new RenameTeam(renaming.name().strip(), renaming.purpose()));
    }

    /** Takes in. */
    @POST
    @Path("{teamId}/members")
    @Operation(
            summary = "Let a person join, or give a member another role",
            description = "Who is in it already in that role stays so, and nothing changes.")
    @APIResponse(responseCode = "200", description = "In the team; ETag is the team's.")
    public Response join(
            @PathParam("teamId") UUID teamId,
            @Valid @NotNull(message = "Send the person as a JSON object.") NewTeamMember member) {
        var joining = new AddMember(member.from(day(member.occurredAt())), latestToday());
        return handle(teamId, member, request.ifMatch(), member.occurredAt(), joining);
    }

    /** Lets go. */
    @POST
    @Path("{teamId}/members/{person}/departure")
    @Operation(
            summary = "A person leaves the team",
            description = "Who has left every team can own nothing new; what they own is in the report of orphans.")
    @APIResponse(responseCode = "200", description = "Left; ETag is the team's.")
    @APIResponse(responseCode = "404", description = "No such team, or nobody of that name is in it.")
    public Response leave(
            @PathParam("teamId") UUID teamId,
            @PathParam("person") String person,
            @Valid @NotNull(message = "Send the departure as a JSON object; {} for today.") TeamDeparture departure) {
        LocalDate day = departure.leftOn() == null ? day(departure.occurredAt()) : departure.leftOn();
        var leaving = new LeaveTeam(Person.written(person), day, latestToday());
        return handle(teamId, departure, request.ifMatch(), departure.occurredAt(), leaving);
    }

    /** Ends. */
    @POST
    @Path("{teamId}/disbandment")
    @Operation(summary = "Disband a team", description = "Its people have not left: they may go on owning things.")
    @APIResponse(responseCode = "200", description = "Disbanded; ETag is the team's.")
    @APIResponse(responseCode = "409", description = "It is disbanded already.")
    public Response disband(
            @PathParam("teamId") UUID teamId,
            @Valid @NotNull(message = "Send the reason as a JSON object.") TeamDisbandment end) {
        LocalDate day = end.disbandedOn() == null ? day(end.occurredAt()) : end.disbandedOn();
        return handle(
                teamId, end, request.ifMatch(), end.occurredAt(), new DisbandTeam(day, end.reason(), latestToday()));
    }

    private Response handle(UUID teamId, Object body, OptionalLong seen, Instant occurredAt, TeamCommand command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            long version = teams.handle(connection, teamId, seen, cause, command);
            return Answer.ok(new TeamVersion(teamId, version), version);
        });
    }

    private LocalDate day(Instant occurredAt) {
        return Days.of(occurredAt == null ? clock.instant() : occurredAt);
    }

    private LocalDate latestToday() {
        return Days.latestToday(clock.instant());
    }
}
