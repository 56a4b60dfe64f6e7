package org.inpractice.cycles.barrier;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.TableQuery;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.barrier.BarrierViews.Step;

/** What is asked of the table {@code barrier}. */
final class BarrierTable {
    private BarrierTable() {}

    /** A barrier as it was known. */
    record Known(Barrier barrier, long version, boolean closed, long raisedSeq) {
        static Known of(ResultSet row) throws SQLException {
            return new Known(
                    VersionRows.read(row.getString(1), Barrier.class),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getLong(4));
        }
    }

    /** What a list is narrowed to; null where it is not. */
    record Filter(
            Barrier.State state,
            Boolean open,
            BarrierKind kind,
            String owner,
            UUID aimId,
            UUID cycleId,
            Boolean overdue) {}

    /** The last row of the page before. */
    record After(boolean closed, LocalDate raisedOn, long raisedSeq) {}

    static Optional<Known> one(Connection connection, String districtId, UUID barrierId, Instant asOf)
            throws SQLException {
        return TableQuery.of("select barrier, version, closed, raised_seq from barrier", districtId)
                .where("barrier_id = ?", barrierId)
                .knownAt(asOf)
                .first(connection, Known::of);
    }

    /** What happened to a barrier, as far as it was known. */
    static List<Step> steps(Connection connection, String districtId, UUID barrierId, Instant asOf)
            throws SQLException {
        return TableQuery.of("select step, step_on, actor, version from barrier", districtId)
                .where("barrier_id = ?", barrierId)
                .narrow("known_from <= ?", asOf)
                .then("order by version")
                .list(
                        connection,
                        row -> new Step(
                                row.getString(1), row.getObject(2, LocalDate.class), row.getString(3), row.getLong(4)));
    }

    /** Open ones first, of these the oldest first; one row more than {@code limit}. */
    static List<Known> oldestOpenFirst(
            Connection connection,
            String districtId,
            Filter filter,
            Instant asOf,
            LocalDate today,
            After after,
            int limit)
            throws SQLException {
        TableQuery query = TableQuery.of("select barrier, version, closed, raised_seq from barrier", districtId)
                .knownAt(asOf)
                .narrow("state = ?", filter.state() == null ? null : BarrierProjection.word(filter.state()))
                .narrow("closed <> ?", filter.open())
                .narrow("kind = ?", filter.kind() == null ? null : BarrierProjection.word(filter.kind()))
                .narrow("owner = ?", filter.owner())
                .narrow("? = any (aim_ids)", filter.aimId())
                .narrow("? = any (cycle_ids)", filter.cycleId());
        if (filter.overdue() != null) {
            query.where("(not closed and coalesce(owned_until < ?, false)) = ?", today, filter.overdue());
        }
        if (after != null) {
            query.where(
                    "(closed, raised_on, raised_seq) > (?, ?, ?)", after.closed(), after.raisedOn(), after.raisedSeq());
        }
        return query.then("order by closed, raised_on, raised_seq limit ?", limit + 1)
                .list(connection, Known::of);
    }

    /** All that were known, in no order. */
    static List<Barrier> all(Connection connection, String districtId, Instant asOf) throws SQLException {
        return TableQuery.of("select barrier from barrier", districtId)
                .knownAt(asOf)
                .list(connection, row -> VersionRows.read(row.getString(1), Barrier.class));
    }
}
