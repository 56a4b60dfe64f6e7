package org.inpractice.cycles.portfolio;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.inpractice.api.Cursor;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.Page;
import org.inpractice.api.Parameters;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Texts;
import org.inpractice.cycles.portfolio.Burdens.Burden;
import org.inpractice.cycles.team.Roster;

/** Who carries what, over REST. */
@Path("/v1/districts/{districtId}/portfolio")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolio")
public class BurdenResource {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    CarriedThings things;

    @Inject
    Roster roster;

    @Inject
    Clock clock;

    /** People. */
    @GET
    @Path("people")
    @Operation(
            summary = "What each person carries: cycles, tasks, barriers, aims; the most overdue first",
            description = "People and roles as the district writes them; who has left every team says so.")
    @APIResponse(responseCode = "200", description = "A page of people")
    public Page<Burden> people(
            @Parameter(description = "Only this person.") @QueryParam("person") String person,
            @Parameter(description = "true for those who carry something overdue, false for the others.")
                    @QueryParam("overdue")
                    String overdue,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        LocalDate today = today(at);
        String wanted = Texts.parameter("person", person);
        Boolean late = Texts.yesOrNo("overdue", overdue);
        Burden after = after(cursor);
        List<Burden> all = reads.read(connection -> Burdens.of(
                things.ofPeople(connection, request.districtId(), at),
                roster.departures(connection, request.districtId(), today, at),
                today));
        return page(
                all.stream()
                        .filter(one -> wanted == null || Person.same(one.carrier(), wanted))
                        .toList(),
                late,
                after,
                length);
    }

    /** Teams. */
    @GET
    @Path("teams")
    @Operation(
            summary = "What each team carries: cycles with their tasks, aims, barriers in the way of these",
            description = "The most overdue first. Teams that carry nothing are not in it.")
    @APIResponse(responseCode = "200", description = "A page of teams")
    public Page<Burden> teams(
            @Parameter(description = "Only this team.") @QueryParam("teamId") String teamId,
            @Parameter(description = "true for those that carry something overdue, false for the others.")
                    @QueryParam("overdue")
                    String overdue,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        LocalDate today = today(at);
        UUID wanted = Parameters.uuid("teamId", teamId);
        Boolean late = Texts.yesOrNo("overdue", overdue);
        Burden after = after(cursor);
        List<Burden> all =
                reads.read(connection -> Burdens.of(things.ofTeams(connection, request.districtId(), at), null, today));
        return page(
                all.stream()
                        .filter(one -> wanted == null || wanted.toString().equals(one.id()))
                        .toList(),
                late,
                after,
                length);
    }

    private static Page<Burden> page(List<Burden> all, Boolean late, Burden after, int length) {
        List<Burden> behind = all.stream()
                .filter(one -> late == null || late == (one.overdue() > 0))
                .filter(one -> after == null || Burdens.ORDER.compare(one, after) > 0)
                .limit(length + 1L)
                .toList();
        return Page.of(
                behind,
                length,
                one -> Cursor.of(
                        String.valueOf(one.overdue()),
                        String.valueOf(one.total()),
                        one.carrier(),
                        one.id() == null ? "" : one.id()));
    }

    private static Burden after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 4);
        try {
            return keys.isEmpty()
                    ? null
                    : Burden.place(
                            Integer.parseInt(keys.get(0)),
                            Integer.parseInt(keys.get(1)),
                            keys.get(2),
                            keys.get(3).isEmpty() ? null : keys.get(3));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }

    private LocalDate today(AsOf asOf) {
        return Days.of(asOf.isNow() ? clock.instant() : asOf.instant());
    }
}
