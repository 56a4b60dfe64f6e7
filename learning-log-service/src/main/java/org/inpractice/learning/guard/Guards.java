package org.inpractice.learning.guard;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.Problems;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.NamedIds;
import org.inpractice.learning.followed.FollowedCycle;
import org.inpractice.learning.followed.FollowedSteps;
import org.inpractice.learning.guard.GuardCommand.SetGuard;
import org.inpractice.learning.guard.GuardCommand.WithdrawGuard;
import org.inpractice.learning.guard.GuardRequests.GuardSetting;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The guards of all districts: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
class Guards {
    private static final String STREAM_TYPE = "guard";

    private final Aggregates<GuardCommand, Guard, GuardEvent> aggregates;
    private final DistrictRequest request;

    @Inject
    Guards(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        EventCodec<GuardEvent> codec = new EventCodec<>(GuardEvent.class);
        GuardProjection projection = new GuardProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new GuardDecider(), projection);
        this.request = request;
        readModels.own("guards", codec, projection);
    }

    /** A measure of a cycle has one guard. */
    static UUID guardId(String districtId, UUID cycleId, UUID measureId) {
        return NamedIds.of(STREAM_TYPE, districtId, cycleId, measureId);
    }

    /** Sets the guard of a measure of a cycle; one that was set before only for who has seen it. */
    long set(
            Connection connection,
            UUID cycleId,
            UUID measureId,
            OptionalLong seen,
            Append.Cause cause,
            GuardSetting setting)
            throws SQLException {
        String districtId = request.districtId();
        FollowedCycle cycle = FollowedCycle.of(FollowedSteps.ofCycle(connection, districtId, cycleId))
                .orElseThrow(() -> new NotFound("cycle"));
        UUID guardId = guardId(districtId, cycleId, measureId);
        if (seen.isEmpty() && aggregates.load(connection, districtId, guardId).version() > 0) {
            throw Problems.of(
                    428,
                    "IF_MATCH_REQUIRED",
                    "This change needs a version",
                    "Read the guard first and send its ETag as If-Match, so that nobody's change is overwritten unseen.");
        }
        var command = new SetGuard(
                guardId,
                cycleId,
                measureId,
                setting.side(),
                setting.value(),
                setting.margin(),
                cycle.role(measureId).orElse(null),
                cycle.decision() != null);
        return aggregates
                .handle(connection, districtId, guardId, seen, cause, command)
                .version();
    }

    long withdraw(Connection connection, UUID cycleId, UUID measureId, OptionalLong seen, Append.Cause cause)
            throws SQLException {
        UUID guardId = guardId(request.districtId(), cycleId, measureId);
        return aggregates
                .handle(connection, request.districtId(), guardId, seen, cause, new WithdrawGuard(guardId))
                .version();
    }
}
