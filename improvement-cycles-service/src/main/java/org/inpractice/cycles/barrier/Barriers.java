package org.inpractice.cycles.barrier;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.TableQuery;
import org.inpractice.cycles.barrier.BarrierCommand.AcceptBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.EscalateBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.OwnBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RaiseBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RemoveBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReviseBarrier;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Refusal;

/**
 * The barriers of all districts, on the caller's transaction. Looks up the aims and cycles that a barrier holds up; what
 * is found there can be relied on without a lock: neither is ever removed.
 */
@Singleton
@Startup
public class Barriers {
    /** Names of the barriers' events. */
    public static final EventCodec<BarrierEvent> CODEC = new EventCodec<>(BarrierEvent.class);

    private final Aggregates<BarrierCommand, Optional<Barrier>, BarrierEvent> barriers;

    @Inject
    Barriers(DistrictStream stream, ReadModels readModels) {
        BarrierProjection projection = new BarrierProjection();
        barriers = new Aggregates<>(stream, "barrier", CODEC, new BarrierDecider(), projection);
        readModels.own("barriers", CODEC, projection);
    }

    /** A barrier after a command. */
    record Moved(Barrier barrier, long version) {}

    /**
     * What a leadership review does with one barrier.
     *
     * @param field where it stands in the request, for a refusal
     */
    public record ReviewStep(
            Kind kind, String field, UUID barrierId, BarrierTerms terms, String who, LocalDate until, String said) {
        /** Which step. */
        public enum Kind {
            /** A new barrier. */
            RAISE,
            /** Somebody takes one on. */
            OWN,
            /** It is passed on. */
            ESCALATE,
            /** It is gone. */
            REMOVE,
            /** It stays. */
            ACCEPT
        }
    }

    /** Does what a leadership review has decided about a barrier, on the day of the review. */
    public void inReview(
            Connection connection,
            String districtId,
            Append.Cause cause,
            ReviewStep step,
            LocalDate heldOn,
            UUID reviewId,
            LocalDate today)
            throws SQLException {
        BarrierCommand command = switch (step.kind()) {
            case RAISE -> new RaiseBarrier(step.barrierId(), step.terms(), step.who(), heldOn, reviewId, today);
            case OWN -> new OwnBarrier(step.who(), step.until(), heldOn, reviewId, today);
            case ESCALATE -> new EscalateBarrier(step.who(), step.said(), heldOn, reviewId, today);
            case REMOVE -> new RemoveBarrier(step.said(), heldOn, reviewId, today);
            case ACCEPT -> new AcceptBarrier(step.said(), heldOn, reviewId, today);
        };
        try {
            handle(connection, districtId, step.barrierId(), OptionalLong.empty(), cause, command);
        } catch (Refusal refusal) {
            String within = refusal.field() == null ? "" : "." + refusal.field();
            throw new Refusal(refusal.rule(), step.field() + within, refusal.getMessage());
        }
    }

    /** Any command. */
    Moved handle(
            Connection connection,
            String districtId,
            UUID barrierId,
            OptionalLong seen,
            Append.Cause cause,
            BarrierCommand command)
            throws SQLException {
        switch (command) {
            case RaiseBarrier raise -> checkKnown(connection, districtId, raise.terms());
            case ReviseBarrier revise -> checkKnown(connection, districtId, revise.terms());
            case BarrierCommand step -> {}
        }
        var outcome = barriers.handle(connection, districtId, barrierId, seen, cause, command);
        return new Moved(outcome.state().orElseThrow(), outcome.version());
    }

    private static void checkKnown(Connection connection, String districtId, BarrierTerms terms) throws SQLException {
        int aim = firstUnknown(connection, "select aim_id from aim", districtId, "aim_id = any (?)", terms.aimIds());
        if (aim >= 0) {
            throw new Refusal(
                    BarrierRule.BARRIER_AIM_UNKNOWN,
                    "aimIds[%d]".formatted(aim),
                    "Set the aim first, look its id up in the list of aims, or leave it out.");
        }
        int cycle = firstUnknown(
                connection, "select cycle_id from cycle", districtId, "cycle_id = any (?)", terms.cycleIds());
        if (cycle >= 0) {
            throw new Refusal(
                    BarrierRule.BARRIER_CYCLE_UNKNOWN,
                    "cycleIds[%d]".formatted(cycle),
                    "Plan the cycle first, look its id up in the list of cycles, or leave it out.");
        }
    }

    private static int firstUnknown(
            Connection connection, String select, String districtId, String condition, List<UUID> ids)
            throws SQLException {
        if (ids.isEmpty()) {
            return -1;
        }
        List<UUID> known = TableQuery.of(select, districtId)
                .where(condition, (Object) ids.toArray(UUID[]::new))
                .list(connection, row -> row.getObject(1, UUID.class));
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
