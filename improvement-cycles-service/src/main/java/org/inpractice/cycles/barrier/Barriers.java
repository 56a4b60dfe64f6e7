package org.inpractice.cycles.barrier;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.barrier.BarrierCommand.AcceptBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.EscalateBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.OwnBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RaiseBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.RemoveBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReopenBarrier;
import org.inpractice.cycles.barrier.BarrierCommand.ReviseBarrier;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierAccepted;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierEscalated;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierOwned;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRaised;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRemoved;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierReopened;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRevised;
import org.inpractice.cycles.barrier.BarrierViews.Step;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.RecordedEvent;
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

    /** The table {@code barrier}. */
    public static final VersionRows<Barrier, BarrierEvent> ROWS = new VersionRows<>(
            "barrier",
            "barrier_id",
            Barrier.class,
            new BarrierDecider()::evolve,
            List.of(
                    new Column<>("standing", barrier -> word(barrier.state())),
                    new Column<>("closed", barrier -> barrier.closing() != null),
                    new Column<>("kind", barrier -> word(barrier.terms().kind())),
                    new Column<>(
                            "owner_key",
                            barrier -> barrier.owner() == null
                                    ? null
                                    : Person.key(barrier.owner().name())),
                    new Column<>(
                            "owned_until",
                            barrier -> barrier.owner() == null
                                    ? null
                                    : barrier.owner().until()),
                    new Column<>("raised_on", Barrier::raisedOn),
                    new Column<>("aim_ids", barrier -> barrier.terms().aimIds()),
                    new Column<>("cycle_ids", barrier -> barrier.terms().cycleIds())));

    private final Aggregates<BarrierCommand, Optional<Barrier>, BarrierEvent> barriers;
    private final DistrictStream stream;
    private final Roster roster;

    @Inject
    Barriers(DistrictStream stream, ReadModels readModels, Roster roster) {
        this.barriers = new Aggregates<>(stream, "barrier", CODEC, new BarrierDecider(), ROWS);
        this.stream = stream;
        this.roster = roster;
        readModels.own("barriers", CODEC, ROWS);
    }

    /** A constant as columns and queries write it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
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
            case OwnBarrier own -> roster.requirePresent(connection, districtId, "owner", own.owner(), own.on());
            case EscalateBarrier escalate ->
                roster.requirePresent(connection, districtId, "to", escalate.to(), escalate.on());
            case RemoveBarrier remove -> {}
            case AcceptBarrier accept -> {}
            case ReopenBarrier reopen -> {}
        }
        var outcome = barriers.handle(connection, districtId, barrierId, seen, cause, command);
        return new Moved(outcome.state().orElseThrow(), outcome.version());
    }

    private static void checkKnown(Connection connection, String districtId, BarrierTerms terms) throws SQLException {
        int aim = firstUnknown(connection, "select aim_id from aim", "aim_id", districtId, terms.aimIds());
        if (aim >= 0) {
            throw new Refusal(
                    BarrierRule.BARRIER_AIM_UNKNOWN,
                    "aimIds[%d]".formatted(aim),
                    "Set the aim first, look its id up in the list of aims, or leave it out.");
        }
        int cycle = firstUnknown(connection, "select cycle_id from cycle", "cycle_id", districtId, terms.cycleIds());
        if (cycle >= 0) {
            throw new Refusal(
                    BarrierRule.BARRIER_CYCLE_UNKNOWN,
                    "cycleIds[%d]".formatted(cycle),
                    "Plan the cycle first, look its id up in the list of cycles, or leave it out.");
        }
    }

    private static int firstUnknown(
            Connection connection, String select, String idColumn, String districtId, List<UUID> ids)
            throws SQLException {
        List<UUID> known = new Select(select + " where district_id = ?", districtId)
                .and("and " + idColumn + " = any (?::uuid[])", ids)
                .rows(connection, row -> row.getObject(1, UUID.class));
        for (int i = 0; i < ids.size(); i++) {
            if (!known.contains(ids.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** What happened to a barrier, as far as it was known. */
    List<Step> steps(Connection connection, String districtId, UUID barrierId, AsOf asOf) throws SQLException {
        return stream.aggregate(connection, districtId, barrierId).stream()
                .filter(event -> asOf.isNow() || !event.recordedAt().isAfter(asOf.instant()))
                .map(event -> step(event, CODEC.read(event).orElseThrow()))
                .toList();
    }

    private static Step step(RecordedEvent at, BarrierEvent event) {
        return switch (event) {
            case BarrierRaised raised -> step(at, "raised", raised.raisedOn(), raised.reviewId());
            case BarrierRevised revised -> step(at, "revised", null, null);
            case BarrierOwned owned -> step(at, "owned", owned.on(), owned.reviewId());
            case BarrierEscalated escalated -> step(at, "escalated", escalated.on(), escalated.reviewId());
            case BarrierRemoved removed -> step(at, "removed", removed.on(), removed.reviewId());
            case BarrierAccepted accepted -> step(at, "accepted", accepted.on(), accepted.reviewId());
            case BarrierReopened reopened -> step(at, "reopened", reopened.on(), null);
        };
    }

    private static Step step(RecordedEvent at, String step, LocalDate on, UUID reviewId) {
        return new Step(step, on, at.actor(), reviewId, at.streamVersion());
    }
}
