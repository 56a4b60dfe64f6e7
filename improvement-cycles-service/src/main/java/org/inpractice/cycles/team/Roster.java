package org.inpractice.cycles.team;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.team.Team.Membership;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Refusal;

/**
 * Who may own something now, for every feature that gives something to a person or a team.
 *
 * <p>A person who was in teams and has left every one of them is refused. A person in no team's list is accepted: an owner may
 * be a role or an office ("Principal, Garfield Elementary", "Attendance team"), a district begins with people before it has
 * registered teams, and a refusal would only teach it to register names for form's sake. Being in a team that was disbanded
 * is not leaving: the people are still there. The answer holds to the end of the caller's transaction, because nobody joins
 * or leaves while the district is locked.
 */
@Singleton
public class Roster {
    private final DistrictStream stream;

    @Inject
    Roster(DistrictStream stream) {
        this.stream = stream;
    }

    /**
     * Refuses a person who has left every team they were in; locks the district for the rest of the transaction.
     *
     * @param field where the request names the person
     * @param person null for nobody, who may always own nothing
     * @param on the day on which they shall begin to own it
     */
    public void requirePresent(Connection connection, String districtId, String field, String person, LocalDate on)
            throws SQLException {
        if (person == null || person.isBlank()) {
            return;
        }
        stream.lock(connection, List.of(districtId));
        Optional<LocalDate> left = leftOn(memberships(connection, districtId, person), on);
        if (left.isPresent()) {
            throw new Refusal(
                    TeamRule.OWNER_HAS_LEFT,
                    field,
                    ("Name somebody who is still there, or let them join a team first: %s left their last team on %s, and"
                                    + " what nobody owns is not done.")
                            .formatted(Person.written(person), left.get()));
        }
    }

    /** Refuses a team that was never formed here or is disbanded; null is no team, which is fine. Locks the district. */
    public void requireTeam(Connection connection, String districtId, String field, UUID teamId) throws SQLException {
        if (teamId == null) {
            return;
        }
        stream.lock(connection, List.of(districtId));
        Known<Team> team = Teams.ROWS
                .one(connection, districtId, teamId, AsOf.NOW)
                .orElseThrow(() -> new Refusal(
                        TeamRule.TEAM_UNKNOWN,
                        field,
                        "Form the team first, look its id up in the list of teams, or leave it out."));
        if (team.state().disbandedOn() != null) {
            throw new Refusal(
                    TeamRule.TEAM_IS_DISBANDED,
                    field,
                    "Send the id of a team that still works together, or leave it out: a disbanded team does nothing"
                            + " any more.");
        }
    }

    /** A team, disbanded or not. */
    public Optional<Team> team(Connection connection, String districtId, UUID teamId, AsOf asOf) throws SQLException {
        return Teams.ROWS.one(connection, districtId, teamId, asOf).map(Known::state);
    }

    /** All teams, those formed first first. */
    public List<Team> teams(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return Teams.ROWS.all(connection, Teams.ROWS.select(districtId, asOf)).stream()
                .map(Known::state)
                .toList();
    }

    /** The teams that a person is or was in. */
    public List<Team> teamsOf(Connection connection, String districtId, String person, AsOf asOf) throws SQLException {
        return Teams.ROWS
                .all(
                        connection,
                        Teams.ROWS.select(districtId, asOf).and("and t.people @> ?", List.of(Person.key(person))))
                .stream()
                .map(Known::state)
                .toList();
    }

    /**
     * Everybody who had left every team they were in on a day, as was known at an instant.
     *
     * @return by {@link Person#key}, the day on which they left the last one
     */
    public Map<String, LocalDate> departures(Connection connection, String districtId, LocalDate on, AsOf asOf)
            throws SQLException {
        Map<String, List<Membership>> everybody = teams(connection, districtId, asOf).stream()
                .flatMap(team -> team.members().stream())
                .collect(Collectors.groupingBy(member -> Person.key(member.person())));
        Map<String, LocalDate> departures = new HashMap<>();
        everybody.forEach(
                (person, memberships) -> leftOn(memberships, on).ifPresent(day -> departures.put(person, day)));
        return departures;
    }

    private List<Membership> memberships(Connection connection, String districtId, String person) throws SQLException {
        return teamsOf(connection, districtId, person, AsOf.NOW).stream()
                .flatMap(team -> team.members().stream())
                .filter(member -> Person.same(member.person(), person))
                .toList();
    }

    /** When somebody left the last of these, if they have left all by a day. */
    static Optional<LocalDate> leftOn(List<Membership> memberships, LocalDate on) {
        boolean all = memberships.stream()
                .allMatch(member -> member.leftOn() != null && !member.leftOn().isAfter(on));
        return all ? memberships.stream().map(Membership::leftOn).max(Comparator.naturalOrder()) : Optional.empty();
    }

    /** The keys of everybody who is or was in a team. */
    static List<String> people(Team team) {
        Set<String> people = new HashSet<>();
        team.members().forEach(member -> people.add(Person.key(member.person())));
        return people.stream().sorted().toList();
    }
}
