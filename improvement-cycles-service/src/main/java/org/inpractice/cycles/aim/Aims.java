package org.inpractice.cycles.aim;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.aim.AimDecider.Command;
import org.inpractice.cycles.goal.Goals;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The aims of all districts, on the caller's transaction, and what other features ask of them. */
@Singleton
@Startup
public class Aims {
    /** Names of the aims' events. */
    public static final EventCodec<AimEvent> CODEC = new EventCodec<>(AimEvent.class);

    /** The table {@code aim}. */
    public static final VersionRows<Aim, AimEvent> ROWS = new VersionRows<>(
            "aim",
            "aim_id",
            Aim.class,
            new AimDecider()::evolve,
            List.of(
                    new Column<>("status", aim -> aim.state().name().toLowerCase(Locale.ROOT)),
                    new Column<>("merged_into", Aim::mergedInto),
                    new Column<>("measure_id", aim -> aim.agreed().measureId()),
                    new Column<>("site_ids", aim -> aim.agreed().siteIds()),
                    new Column<>("by_date", aim -> aim.agreed().by()),
                    new Column<>("owner_key", aim -> Person.key(aim.agreed().owner())),
                    new Column<>("team_id", aim -> aim.agreed().teamId()),
                    new Column<>("goal_ids", aim -> aim.agreed().goalIds())));

    private final Aggregates<Command, Optional<Aim>, AimEvent> aims;
    private final DistrictStream stream;
    private final DistrictRequest request;
    private final Roster roster;
    private final Goals goals;
    private final Clock clock;

    @Inject
    Aims(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            Roster roster,
            Goals goals,
            Clock clock) {
        this.aims = new Aggregates<>(stream, "aim", CODEC, new AimDecider(), ROWS);
        this.stream = stream;
        this.request = request;
        this.roster = roster;
        this.goals = goals;
        this.clock = clock;
        readModels.own("aims", CODEC, ROWS);
    }

    long set(Connection connection, UUID aimId, Append.Cause cause, AimTerms terms, LocalDate today)
            throws SQLException {
        checkNamed(connection, terms);
        return handle(connection, aimId, OptionalLong.empty(), cause, new Command.SetAim(aimId, terms, today));
    }

    long revise(Connection connection, UUID aimId, OptionalLong seen, Append.Cause cause, AimTerms terms)
            throws SQLException {
        checkNamed(connection, terms);
        return handle(connection, aimId, seen, cause, new Command.ReviseAim(aimId, terms));
    }

    /** Locks the district: of two aims that are merged into each other at the same time, one is first. */
    long merge(
            Connection connection,
            UUID aimId,
            OptionalLong seen,
            Append.Cause cause,
            AimRequests.AimMerger merger,
            LocalDate mergedOn)
            throws SQLException {
        stream.lock(connection, List.of(request.districtId()));
        Optional<Aim> into = one(connection, request.districtId(), merger.intoAimId(), AsOf.NOW);
        var command = new Command.MergeAim(into, mergedOn, merger.reason(), Days.latestToday(clock.instant()));
        return handle(connection, aimId, seen, cause, command);
    }

    long handle(Connection connection, UUID aimId, OptionalLong seen, Append.Cause cause, Command command)
            throws SQLException {
        return aims.handle(connection, request.districtId(), aimId, seen, cause, command)
                .version();
    }

    private void checkNamed(Connection connection, AimTerms terms) throws SQLException {
        String districtId = request.districtId();
        roster.requirePresent(connection, districtId, "owner", terms.owner(), Days.of(clock.instant()));
        roster.requireTeam(connection, districtId, "teamId", terms.teamId());
        goals.require(connection, districtId, "goalIds", terms.goalIds());
    }

    /** Refuses an aim that was never set here, is retired, or is merged; null is none, which is fine. */
    public void requireActive(Connection connection, String districtId, String field, UUID aimId) throws SQLException {
        if (aimId != null) {
            Aim aim = one(connection, districtId, aimId, AsOf.NOW).orElseThrow(() -> AimDecider.unknown(field));
            AimDecider.checkActive(aim, field);
        }
    }

    /** One aim. */
    public Optional<Aim> one(Connection connection, String districtId, UUID aimId, AsOf asOf) throws SQLException {
        return ROWS.one(connection, districtId, aimId, asOf).map(Known::state);
    }

    /** All aims of a district, the first set first, whatever has become of them. */
    public List<Aim> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.all(connection, ROWS.select(districtId, asOf)).stream()
                .map(Known::state)
                .toList();
    }

    /** An aim and all that were merged into it, directly or by way of others: what was done for them was done for it. */
    public List<UUID> withMerged(Connection connection, String districtId, UUID aimId, AsOf asOf) throws SQLException {
        return new Select("with recursive part as (select ?::uuid as aim_id union", aimId)
                .and(
                        "select t.aim_id from aim t join part on t.merged_into = part.aim_id where t.district_id = ?",
                        districtId)
                .known(asOf, "t")
                .and(") select aim_id from part")
                .rows(connection, row -> row.getObject(1, UUID.class));
    }
}
