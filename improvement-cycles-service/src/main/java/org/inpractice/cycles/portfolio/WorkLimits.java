package org.inpractice.cycles.portfolio;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.cycle.CyclePlan;
import org.inpractice.cycles.cycle.StartGate;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.SetLimit;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Command.StartOneMore;
import org.inpractice.cycles.portfolio.WorkLimitDecider.Running;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/**
 * The limits on work in progress of all districts. The limit of a team holds for its cycles; the one of all teams holds for
 * teams without one of their own and, so that nobody gets around it by naming no team, for each owner of cycles without a
 * team.
 */
@Singleton
@Startup
public class WorkLimits implements StartGate {
    /** Names of the limits' events. */
    public static final EventCodec<WorkLimitEvent> CODEC = new EventCodec<>(WorkLimitEvent.class);

    /** The table {@code work_limit}. */
    public static final VersionRows<WorkLimit, WorkLimitEvent> ROWS = new VersionRows<>(
            "work_limit",
            "limit_id",
            WorkLimit.class,
            new WorkLimitDecider()::evolve,
            List.of(new Column<>("team_id", WorkLimit::teamId)));

    private static final String STREAM_TYPE = "work-limit";

    private final Aggregates<Command, Optional<WorkLimit>, WorkLimitEvent> limits;
    private final Roster roster;

    @Inject
    WorkLimits(DistrictStream stream, ReadModels readModels, Roster roster) {
        this.limits = new Aggregates<>(stream, STREAM_TYPE, CODEC, new WorkLimitDecider(), ROWS);
        this.roster = roster;
        readModels.own("work-limits", CODEC, ROWS);
    }

    /** Sets or lifts the limit of a team, or of all when {@code teamId} is null; the version after it. */
    long handle(
            Connection connection,
            String districtId,
            UUID teamId,
            OptionalLong seen,
            Append.Cause cause,
            Command command)
            throws SQLException {
        if (command instanceof SetLimit) {
            roster.requireTeam(connection, districtId, "teamId", teamId);
        }
        return limits.handle(connection, districtId, streamId(districtId, teamId), seen, cause, command)
                .version();
    }

    static Optional<Known<WorkLimit>> known(Connection connection, String districtId, UUID teamId, AsOf asOf)
            throws SQLException {
        return ROWS.one(connection, districtId, streamId(districtId, teamId), asOf);
    }

    @Override
    public void started(Connection connection, String districtId, CyclePlan plan, OverLimit over, Append.Cause because)
            throws SQLException {
        UUID limited = holds(connection, districtId, plan.teamId()) ? plan.teamId() : null;
        if (limited == null && !holds(connection, districtId, null)) {
            return;
        }
        List<Running> others = inProgress(connection, districtId, plan.teamId(), plan.owner(), AsOf.NOW).stream()
                .filter(cycle -> !cycle.cycleId().equals(plan.cycleId()))
                .toList();
        var command = new StartOneMore(
                plan.cycleId(), others, over == null ? null : over.reason(), over == null ? null : over.by());
        limits.handle(connection, districtId, streamId(districtId, limited), OptionalLong.empty(), because, command);
    }

    private static boolean holds(Connection connection, String districtId, UUID teamId) throws SQLException {
        return known(connection, districtId, teamId, AsOf.NOW)
                .filter(limit -> limit.state().atMost() != null)
                .isPresent();
    }

    /** What a team has in progress, on hold or not; of no team, what an owner has. */
    static List<Running> inProgress(Connection connection, String districtId, UUID teamId, String owner, AsOf asOf)
            throws SQLException {
        Select select = new Select(
                        "select c.cycle_id, c.data -> 'plan' ->> 'changeIdea', c.owner from cycle c"
                                + " where c.district_id = ? and c.state in ('started', 'paused', 'studied')",
                        districtId)
                .known(asOf, "c");
        Select of = teamId == null ? select.and("and c.team_id is null") : select.and("and c.team_id = ?", teamId);
        return of
                .and("order by c.planned_seq")
                .rows(
                        connection,
                        row -> teamId != null || Person.same(row.getString(3), owner)
                                ? new Running(row.getObject(1, UUID.class), row.getString(2))
                                : null)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /** A team has one limit and a district has one, so their ids follow from theirs. */
    private static UUID streamId(String districtId, UUID teamId) {
        String name = STREAM_TYPE + '\n' + districtId + '\n' + (teamId == null ? "" : teamId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
