package org.inpractice.cycles.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.Answer;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.DistrictWrites;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.cycle.CycleViews.CycleVersion;
import org.inpractice.cycles.cycle.Cycles.Moved;
import org.inpractice.stream.Append;

/** Moves a cycle on for one request, and says where it stands then. If-Match is welcome; without it the rules alone decide. */
@ApplicationScoped
class CycleMoves {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictWrites writes;

    @Inject
    Clock clock;

    /** A command on one cycle, within the transaction of its request. */
    @FunctionalInterface
    interface Command {
        Moved on(Connection connection, String districtId, UUID cycleId, OptionalLong seen, Append.Cause cause)
                throws SQLException;
    }

    Response move(UUID cycleId, Object body, Instant occurredAt, UUID nextCycleId, Command command) {
        return move(cycleId, request.ifMatch(), body, occurredAt, nextCycleId, command);
    }

    Response move(UUID cycleId, OptionalLong seen, Object body, Instant occurredAt, UUID nextCycleId, Command command) {
        Append.Cause cause = request.cause(occurredAt);
        return writes.write(body, connection -> {
            Moved moved = command.on(connection, request.districtId(), cycleId, seen, cause);
            return Answer.ok(version(moved, nextCycleId), moved.version());
        });
    }

    static CycleVersion version(Moved moved, UUID nextCycleId) {
        CyclePlan plan = moved.plan();
        return new CycleVersion(
                plan.cycleId(),
                moved.state(),
                plan.changeIdeaId(),
                plan.rung(),
                moved.version(),
                nextCycleId,
                CycleViews.missing(moved.state(), plan, moved.decision(), moved.work()));
    }

    LocalDate latestToday() {
        return Days.latestToday(clock.instant());
    }

    LocalDate dayOf(LocalDate day, Instant occurredAt) {
        return day != null ? day : Days.of(occurredAt == null ? clock.instant() : occurredAt);
    }
}
