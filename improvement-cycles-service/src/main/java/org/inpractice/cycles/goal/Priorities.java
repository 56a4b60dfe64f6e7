package org.inpractice.cycles.goal;

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
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/** The districts' own priorities, on the caller's transaction, beside those of the state. */
@Singleton
@Startup
public class Priorities {
    /** Names of the priorities' events. */
    public static final EventCodec<PriorityEvent> CODEC = new EventCodec<>(PriorityEvent.class);

    /** Its table. */
    public static final VersionRows<Priority, PriorityEvent> ROWS = new VersionRows<>(
            "priority",
            "priority_id",
            Priority.class,
            new PriorityDecider()::evolve,
            List.of(new Column<>("retired", priority -> priority.retiredBecause() != null)));

    private final Aggregates<PriorityDecider.Command, Optional<Priority>, PriorityEvent> priorities;
    private final DistrictRequest request;

    @Inject
    Priorities(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        this.priorities = new Aggregates<>(stream, "priority", CODEC, new PriorityDecider(), ROWS);
        this.request = request;
        readModels.own("priorities", CODEC, ROWS);
    }

    long handle(
            Connection connection,
            UUID priorityId,
            OptionalLong seen,
            Append.Cause cause,
            PriorityDecider.Command command)
            throws SQLException {
        return priorities
                .handle(connection, request.districtId(), priorityId, seen, cause, command)
                .version();
    }

    /** Refuses a priority that is neither the state's nor one of the district's own that is in use. */
    void require(Connection connection, String districtId, List<String> priorityIds) throws SQLException {
        for (String id : priorityIds) {
            if (StatePriority.of(id).isEmpty()) {
                Priority own = own(connection, districtId, id).orElseThrow(Priorities::unknown);
                if (own.retiredBecause() != null) {
                    throw new Refusal(
                            GoalRule.PRIORITY_IS_RETIRED,
                            "priorityIds",
                            "Leave it out, or name a priority that is still one.");
                }
            }
        }
    }

    private static Optional<Priority> own(Connection connection, String districtId, String id) throws SQLException {
        try {
            return ROWS.one(connection, districtId, UUID.fromString(id), AsOf.NOW)
                    .map(Known::state);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Refusal unknown() {
        return new Refusal(
                GoalRule.PRIORITY_UNKNOWN,
                "priorityIds",
                "Send state-1 to state-8 for a state priority, or the id of one in the district's list.");
    }
}
