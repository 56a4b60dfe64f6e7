package org.inpractice.learning.guard;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;

/**
 * A guard as it is, or was known to be.
 *
 * @param sequence of the event that set or withdrew it
 * @param watching false once it is withdrawn
 */
public record KnownGuard(
        UUID guardId,
        long version,
        long sequence,
        Instant since,
        UUID cycleId,
        UUID measureId,
        GuardSide side,
        BigDecimal value,
        BigDecimal margin,
        boolean watching,
        String setBy) {

    /** How close a number is to a guard; the later, the worse. */
    public enum Closeness {
        /** Farther from it than the margin. */
        CLEAR,
        /** Within the margin, the guard's own value included. */
        NEAR,
        /** Beyond it. */
        CROSSED
    }

    /** How close a number of the measure is, in the measure's unit. */
    public Closeness closeness(BigDecimal number) {
        BigDecimal room = side == GuardSide.NOT_ABOVE ? value.subtract(number) : number.subtract(value);
        if (room.signum() < 0) {
            return Closeness.CROSSED;
        }
        return room.compareTo(margin) <= 0 ? Closeness.NEAR : Closeness.CLEAR;
    }

    /** The guards that watch now. */
    public static List<KnownGuard> watching(Connection connection, String districtId) throws SQLException {
        return Query.of(
                        "select * from guard where district_id = ? and known_until = 'infinity' and watching"
                                + " order by guard_id",
                        districtId)
                .rows(connection, KnownGuard::of);
    }

    /**
     * Guards in the order of their ids.
     *
     * @param asOf as they were known then; null for now
     * @param after those after this one, or null
     */
    static List<KnownGuard> list(
            Connection connection, String districtId, UUID cycleId, UUID measureId, Instant asOf, UUID after, int limit)
            throws SQLException {
        Query query = Query.of("select * from guard where district_id = ?", districtId);
        if (asOf == null) {
            query.add("and known_until = 'infinity'");
        } else {
            query.add("and known_from <= ? and known_until > ?", asOf, asOf);
        }
        return query.addIfPresent("and cycle_id = ?", cycleId)
                .addIfPresent("and measure_id = ?", measureId)
                .addIfPresent("and guard_id > ?", after)
                .add("order by guard_id limit ?", limit)
                .rows(connection, KnownGuard::of);
    }

    private static KnownGuard of(ResultSet row) throws SQLException {
        return new KnownGuard(
                row.getObject("guard_id", UUID.class),
                row.getLong("version"),
                row.getLong("district_seq"),
                Query.instant(row, "known_from"),
                row.getObject("cycle_id", UUID.class),
                row.getObject("measure_id", UUID.class),
                GuardSide.valueOf(row.getString("side")),
                row.getBigDecimal("value"),
                row.getBigDecimal("margin"),
                row.getBoolean("watching"),
                row.getString("set_by"));
    }
}
