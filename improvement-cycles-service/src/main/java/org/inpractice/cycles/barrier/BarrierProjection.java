package org.inpractice.cycles.barrier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.TableQuery;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierAccepted;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierEscalated;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierOwned;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRaised;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRemoved;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierReopened;
import org.inpractice.cycles.barrier.BarrierEvent.BarrierRevised;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code barrier}: every version of every barrier, and the step that led to it. */
public final class BarrierProjection implements Projection<BarrierEvent> {
    private static final BarrierDecider RULES = new BarrierDecider();

    /** What an event is called in the list of a barrier's steps. */
    private record Step(String name, LocalDate on) {}

    /** A version that stands. */
    private record Standing(Barrier barrier, long raisedSeq) {}

    @Override
    public List<String> tables() {
        return List.of("barrier");
    }

    @Override
    public void apply(Connection connection, List<Recorded<BarrierEvent>> events) throws SQLException {
        for (Recorded<BarrierEvent> recorded : events) {
            RecordedEvent at = recorded.envelope();
            Optional<Standing> before = standing(connection, at);
            Barrier after = RULES.evolve(before.map(Standing::barrier), recorded.event())
                    .orElseThrow();
            VersionRows.close(connection, "barrier", "barrier_id", at);
            insert(
                    connection,
                    at,
                    before.map(Standing::raisedSeq).orElse(at.districtSeq()),
                    after,
                    step(recorded.event()));
        }
    }

    private static Step step(BarrierEvent event) {
        return switch (event) {
            case BarrierRaised raised -> new Step("raised", raised.raisedOn());
            case BarrierRevised revised -> new Step("revised", null);
            case BarrierOwned owned -> new Step("owned", owned.on());
            case BarrierEscalated escalated -> new Step("escalated", escalated.on());
            case BarrierRemoved removed -> new Step("removed", removed.on());
            case BarrierAccepted accepted -> new Step("accepted", accepted.on());
            case BarrierReopened reopened -> new Step("reopened", reopened.on());
        };
    }

    private static Optional<Standing> standing(Connection connection, RecordedEvent at) throws SQLException {
        return TableQuery.of("select barrier, raised_seq from barrier", at.districtId())
                .where("barrier_id = ?", at.streamId())
                .knownAt(null)
                .first(
                        connection,
                        row -> new Standing(VersionRows.read(row.getString(1), Barrier.class), row.getLong(2)));
    }

    private static void insert(Connection connection, RecordedEvent at, long raisedSeq, Barrier barrier, Step step)
            throws SQLException {
        VersionRows.insert(
                connection,
                """
                insert into barrier (district_id, barrier_id, version, raised_seq, known_from, known_until, state, closed,
                    kind, owner, owned_until, raised_on, closed_on, aim_ids, cycle_ids, step, step_on, actor, barrier)
                values (?, ?, ?, ?, ?, 'infinity', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)
                """,
                at.districtId(),
                barrier.barrierId(),
                at.streamVersion(),
                raisedSeq,
                at.recordedAt(),
                word(barrier.state()),
                barrier.closing() != null,
                word(barrier.terms().kind()),
                barrier.owner() == null ? null : barrier.owner().name(),
                barrier.owner() == null ? null : barrier.owner().until(),
                barrier.raisedOn(),
                barrier.closing() == null ? null : barrier.closing().on(),
                barrier.terms().aimIds().toArray(UUID[]::new),
                barrier.terms().cycleIds().toArray(UUID[]::new),
                step.name(),
                step.on(),
                at.actor(),
                VersionRows.json(barrier));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
