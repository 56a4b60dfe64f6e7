package org.inpractice.cycles.goal;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/** The goals of all districts, on the caller's transaction. */
@Singleton
@Startup
public class Goals {
    /** Names of the goals' events. */
    public static final EventCodec<GoalEvent> CODEC = new EventCodec<>(GoalEvent.class);

    /** Its table. */
    public static final VersionRows<Goal, GoalEvent> ROWS = new VersionRows<>(
            "goal",
            "goal_id",
            Goal.class,
            new GoalDecider()::evolve,
            List.of(
                    new Column<>("retired", goal -> goal.retiredOn() != null),
                    new Column<>("priority_ids", goal -> goal.goal().priorityIds()),
                    new Column<>("owner", goal -> goal.goal().owner()),
                    new Column<>("team_id", goal -> goal.goal().teamId())));

    private final Aggregates<GoalDecider.Command, Optional<Goal>, GoalEvent> goals;
    private final DistrictRequest request;
    private final Priorities priorities;
    private final Roster roster;
    private final Clock clock;

    @Inject
    Goals(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            Priorities priorities,
            Roster roster,
            Clock clock) {
        this.goals = new Aggregates<>(stream, "goal", CODEC, new GoalDecider(), ROWS);
        this.request = request;
        this.priorities = priorities;
        this.roster = roster;
        this.clock = clock;
        readModels.own("goals", CODEC, ROWS);
    }

    /** Sets or revises, once what the goal names is known to be there. */
    long say(Connection connection, OptionalLong seen, Append.Cause cause, GoalContent goal, boolean anew)
            throws SQLException {
        String districtId = request.districtId();
        roster.requirePresent(connection, districtId, "owner", goal.owner(), Days.of(clock.instant()));
        roster.requireTeam(connection, districtId, "teamId", goal.teamId());
        priorities.require(connection, districtId, goal.priorityIds());
        var command = anew ? new GoalDecider.Command.SetGoal(goal) : new GoalDecider.Command.ReviseGoal(goal);
        return handle(connection, goal.goalId(), seen, cause, command);
    }

    long handle(Connection connection, UUID goalId, OptionalLong seen, Append.Cause cause, GoalDecider.Command command)
            throws SQLException {
        return goals.handle(connection, request.districtId(), goalId, seen, cause, command)
                .version();
    }

    /** All goals that a district pursues, the first set first. */
    public static List<GoalContent> pursued(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.all(connection, ROWS.select(districtId, asOf).and("and not t.retired")).stream()
                .map(known -> known.state().goal())
                .toList();
    }

    /**
     * Refuses goals that were never set here or are retired.
     *
     * @param field where the request names them
     */
    public void require(Connection connection, String districtId, String field, List<UUID> goalIds)
            throws SQLException {
        for (UUID goalId : goalIds) {
            Known<Goal> goal = ROWS.one(connection, districtId, goalId, AsOf.NOW)
                    .orElseThrow(() -> new Refusal(
                            GoalRule.GOAL_UNKNOWN,
                            field,
                            "Set the goal first, look its id up in the list of goals, or leave it out."));
            if (goal.state().retiredOn() != null) {
                throw new Refusal(
                        GoalRule.GOAL_IS_RETIRED,
                        field,
                        "Leave it out, or name a goal that the district still pursues.");
            }
        }
    }
}
