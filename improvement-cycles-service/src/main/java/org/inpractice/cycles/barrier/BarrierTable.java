package org.inpractice.cycles.barrier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;

/** Lists of the table {@code barrier}. */
final class BarrierTable {
    private BarrierTable() {}

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

    /** Open ones first, of these the oldest first; one row more than {@code limit}. */
    static List<Known<Barrier>> oldestOpenFirst(
            Connection connection, String districtId, Filter filter, AsOf asOf, LocalDate today, After after, int limit)
            throws SQLException {
        Select select = Barriers.ROWS
                .select(districtId, asOf)
                .when(filter.state() == null ? null : Barriers.word(filter.state()), "and t.standing = ?")
                .when(filter.open(), "and t.closed <> ?")
                .when(filter.kind() == null ? null : Barriers.word(filter.kind()), "and t.kind = ?")
                .when(filter.owner() == null ? null : Person.key(filter.owner()), "and t.owner_key = ?")
                .when(filter.aimId() == null ? null : filter.aimId().toString(), "and ? = any (t.aim_ids)")
                .when(filter.cycleId() == null ? null : filter.cycleId().toString(), "and ? = any (t.cycle_ids)");
        if (filter.overdue() != null) {
            select.and("and (not t.closed and coalesce(t.owned_until < ?, false)) = ?", today, filter.overdue());
        }
        if (after != null) {
            select.and(
                    "and (t.closed, t.raised_on, t.first_seq) > (?, ?, ?)",
                    after.closed(),
                    after.raisedOn(),
                    after.raisedSeq());
        }
        return Barriers.ROWS.rows(
                connection, select.and("order by t.closed, t.raised_on, t.first_seq limit ?", limit + 1));
    }
}
