package org.inpractice.cycles.capacity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.capacity.CoachingDecider.Command;
import org.inpractice.cycles.capacity.CoachingDecider.Command.RecordCoaching;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/** The coaching sessions of all districts, on the caller's transaction. */
@Singleton
@Startup
public class CoachingSessions {
    /** Names of the sessions' events. */
    public static final EventCodec<CoachingEvent> CODEC = new EventCodec<>(CoachingEvent.class);

    /** The table {@code coaching_session}. */
    public static final VersionRows<CoachingSession, CoachingEvent> ROWS = new VersionRows<>(
            "coaching_session",
            "session_id",
            CoachingSession.class,
            new CoachingDecider()::evolve,
            List.of(
                    new Column<>("withdrawn", session -> session.withdrawal() != null),
                    new Column<>("held_on", session -> session.recorded().on()),
                    new Column<>(
                            "coach_key",
                            session -> Person.key(session.recorded().coach())),
                    new Column<>(
                            "people",
                            session -> session.recorded().coached().stream()
                                    .map(Person::key)
                                    .toList()),
                    new Column<>("team_id", session -> session.recorded().teamId()),
                    new Column<>("cycle_id", session -> session.recorded().cycleId())));

    private final Aggregates<Command, Optional<CoachingSession>, CoachingEvent> sessions;
    private final Roster roster;

    @Inject
    CoachingSessions(DistrictStream stream, ReadModels readModels, Roster roster) {
        this.sessions = new Aggregates<>(stream, "coaching-session", CODEC, new CoachingDecider(), ROWS);
        this.roster = roster;
        readModels.own("coaching-sessions", CODEC, ROWS);
    }

    /** Handles one command; answers the version after it. */
    long handle(
            Connection connection,
            String districtId,
            UUID sessionId,
            OptionalLong seen,
            Append.Cause cause,
            Command command)
            throws SQLException {
        if (command instanceof RecordCoaching record) {
            check(connection, districtId, record.session());
        }
        return sessions.handle(connection, districtId, sessionId, seen, cause, command)
                .version();
    }

    /** A team may be disbanded by now, and a cycle over: the session took place all the same. */
    private void check(Connection connection, String districtId, CoachingRecorded session) throws SQLException {
        roster.requirePresent(connection, districtId, "coach", session.coach(), session.on());
        if (session.teamId() != null
                && roster.team(connection, districtId, session.teamId(), AsOf.NOW)
                        .isEmpty()) {
            throw new Refusal(
                    CapacityRule.COACHED_TEAM_UNKNOWN,
                    "teamId",
                    "Form the team first, look its id up in the list of teams, or leave it out.");
        }
        if (session.cycleId() != null
                && !new Select("select 1 from cycle where district_id = ?", districtId)
                        .and("and cycle_id = ? limit 1", session.cycleId())
                        .exists(connection)) {
            throw new Refusal(
                    CapacityRule.COACHED_CYCLE_UNKNOWN,
                    "cycleId",
                    "Plan the cycle first, look its id up in the list of cycles, or leave it out.");
        }
    }
}
