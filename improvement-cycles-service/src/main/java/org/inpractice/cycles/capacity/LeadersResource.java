package org.inpractice.cycles.capacity;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.inpractice.cycles.capacity.LeaderReading.Gap;
import org.inpractice.cycles.capacity.LeaderReading.Leader;
import org.inpractice.cycles.capacity.LeaderReading.Led;
import org.inpractice.cycles.cycle.CycleFilter;
import org.inpractice.cycles.cycle.CycleState;
import org.inpractice.cycles.cycle.CycleTable;
import org.inpractice.cycles.cycle.CycleTable.Row;
import org.inpractice.cycles.fidelity.FactsReading;
import org.inpractice.cycles.fidelity.Fidelity;
import org.inpractice.cycles.team.Roster;
import org.inpractice.cycles.team.Team;
import org.inpractice.cycles.team.TeamRole;

/** Who leads cycles, at what fidelity and with what help, over REST. */
@Path("/v1/districts/{districtId}/capacity/leaders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Capacity")
public class LeadersResource {
    private static final Set<CycleState> OVER = Set.of(CycleState.DECIDED, CycleState.CANCELLED);

    @Inject
    DistrictRequest request;

    @Inject
    DistrictReads reads;

    @Inject
    Roster roster;

    @Inject
    Clock clock;

    /** The leaders. */
    @GET
    @Operation(
            summary = "Who has led how many cycles at what fidelity, and who leads without training or coaching",
            description =
                    "A cycle is led by its owner, unless that is the name of its team, and by who led the team when"
                            + " it began. Those who lead most with least help first. Of a district with more than 5,000 cycles"
                            + " the newest count.")
    @APIResponse(responseCode = "200", description = "A page of leaders")
    public Page<Leader> leaders(
            @Parameter(description = "untrained or uncoached: only those who never had that help.") @QueryParam("gap")
                    String gap,
            @Parameter(description = "Only this person.") @QueryParam("person") String person,
            @Parameter(description = "What was known then; what is known now when absent.") @QueryParam("asOf")
                    String asOf,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit) {
        int length = Parameters.limit(limit);
        AsOf at = AsOf.parameter(asOf);
        Gap without = Parameters.oneOf(Gap.class, "gap", gap);
        String wanted = Texts.parameter("person", person);
        Leader after = after(cursor);
        List<Leader> behind = reads.read(connection -> leaders(connection, at)).stream()
                .filter(leader -> wanted == null || Person.same(leader.person(), wanted))
                .filter(leader ->
                        without == null || leader.gaps().contains(without.name().toLowerCase(Locale.ROOT)))
                .filter(leader -> after == null || LeaderReading.ORDER.compare(leader, after) > 0)
                .limit(length + 1L)
                .toList();
        return Page.of(
                behind,
                length,
                leader -> Cursor.of(
                        String.valueOf(leader.gaps().size()), String.valueOf(leader.cycles()), leader.person()));
    }

    private List<Leader> leaders(Connection connection, AsOf at) throws SQLException {
        String district = request.districtId();
        Map<UUID, Team> teams =
                roster.teams(connection, district, at).stream().collect(Collectors.toMap(Team::teamId, team -> team));
        var trainings = Trainings.ROWS
                .rows(
                        connection,
                        Trainings.ROWS.select(district, at).and("and not t.withdrawn order by t.held_on, t.first_seq"))
                .stream()
                .map(row -> row.state().recorded())
                .toList();
        var sessions = CoachingSessions.ROWS
                .rows(
                        connection,
                        CoachingSessions.ROWS
                                .select(district, at)
                                .and("and not t.withdrawn order by t.held_on, t.first_seq"))
                .stream()
                .map(row -> row.state().recorded())
                .toList();
        return LeaderReading.of(
                led(connection, at, teams),
                trainings,
                sessions,
                (person, teamId, day) -> wasIn(teams.get(teamId), person, day, null));
    }

    private List<Led> led(Connection connection, AsOf at, Map<UUID, Team> teams) throws SQLException {
        LocalDate today = Days.of(at.isNow() ? clock.instant() : at.instant());
        List<Row> started = new CycleTable(connection, request.districtId(), at.instant())
                .newestFirst(new CycleFilter().read(), Long.MAX_VALUE, CycleTable.MOST).stream()
                        .filter(row -> row.known().startedOn() != null)
                        .toList();
        List<Fidelity> judged = new FactsReading(connection, request.districtId(), at.instant(), today).judge(started);
        List<Led> led = new ArrayList<>();
        for (int i = 0; i < started.size(); i++) {
            Row row = started.get(i);
            Fidelity fidelity = judged.get(i);
            for (String leader : leadersOf(row, teams)) {
                led.add(new Led(
                        leader,
                        row.cycleId(),
                        row.known().startedOn(),
                        OVER.contains(row.known().state()),
                        fidelity.met(),
                        fidelity.judged(),
                        fidelity.complete()));
            }
        }
        return led;
    }

    /** Its owner, unless that is its team, and who led the team when it began; each person once. */
    private static Set<String> leadersOf(Row row, Map<UUID, Team> teams) {
        var plan = row.known().plan();
        Optional<Team> team = Optional.ofNullable(plan.teamId()).map(teams::get);
        Set<String> leaders = new TreeSet<>((one, other) -> Person.key(one).compareTo(Person.key(other)));
        if (team.isEmpty() || !Person.same(team.get().name(), plan.owner())) {
            leaders.add(plan.owner());
        }
        team.ifPresent(known -> known.members().stream()
                .map(Team.Membership::person)
                .filter(person -> wasIn(known, person, row.known().startedOn(), TeamRole.LEAD))
                .forEach(leaders::add));
        return leaders;
    }

    private static boolean wasIn(Team team, String person, LocalDate day, TeamRole role) {
        return team != null
                && team.members().stream()
                        .filter(member -> role == null || member.role() == role)
                        .filter(member -> Person.same(member.person(), person))
                        .anyMatch(member -> !member.since().isAfter(day)
                                && (member.leftOn() == null || member.leftOn().isAfter(day)));
    }

    private static Leader after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 3);
        try {
            if (keys.isEmpty()) {
                return null;
            }
            int gaps = Math.clamp(Integer.parseInt(keys.get(0)), 0, Gap.values().length);
            return Leader.place(gaps, Integer.parseInt(keys.get(1)), keys.get(2));
        } catch (NumberFormatException e) {
            throw Cursor.notOurs();
        }
    }
}
