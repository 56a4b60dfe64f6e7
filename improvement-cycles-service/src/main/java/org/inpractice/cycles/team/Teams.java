package org.inpractice.cycles.team;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The teams of all districts, on the caller's transaction. */
@Singleton
@Startup
public class Teams {
    /** Names of the teams' events. */
    public static final EventCodec<TeamEvent> CODEC = new EventCodec<>(TeamEvent.class);

    /** The table {@code team}. */
    public static final VersionRows<Team, TeamEvent> ROWS = new VersionRows<>(
            "team",
            "team_id",
            Team.class,
            new TeamDecider()::evolve,
            List.of(
                    new Column<>("disbanded", team -> team.disbandedOn() != null),
                    new Column<>("people", Roster::people)));

    private final Aggregates<TeamCommand, Optional<Team>, TeamEvent> teams;
    private final DistrictRequest request;

    @Inject
    Teams(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        this.teams = new Aggregates<>(stream, "team", CODEC, new TeamDecider(), ROWS);
        this.request = request;
        readModels.own("teams", CODEC, ROWS);
    }

    /** Handles one command; answers the version after it. */
    long handle(Connection connection, UUID teamId, OptionalLong seen, Append.Cause cause, TeamCommand command)
            throws SQLException {
        return teams.handle(connection, request.districtId(), teamId, seen, cause, command)
                .version();
    }
}
