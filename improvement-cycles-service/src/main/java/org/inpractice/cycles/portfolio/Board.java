package org.inpractice.cycles.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.CycleState;
import org.inpractice.stream.EventJson;

/**
 * The cycles of a district by the time since anything happened to them. What happened last is asked of the stream itself:
 * when people say it happened, as far as it was recorded by then.
 */
final class Board {
    private static final String FROM = """
             from cycle c cross join lateral (
                select max(e.occurred_at) as at from event e
                where e.stream_id = c.cycle_id and e.district_id = c.district_id and e.stream_version <= c.version) last
            where c.district_id = ?
            """;

    /** What is on hold waits for a reason that is known: it has not stalled. */
    private static final String STALLED = "last.at < ? and c.state <> 'paused'";

    private Board() {}

    /** What the board is narrowed to; null where it is not. */
    record Filter(List<CycleState> states, UUID teamId, UUID aimId, String siteId, String owner, Boolean stalled) {}

    /** The last row of the page before. */
    record After(Instant lastEventAt, long plannedSeq) {}

    /** A cycle, and when anything last happened to it. */
    record Row(long plannedSeq, long version, Instant lastEventAt, CycleRecord cycle) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class).toInstant(),
                    read(row.getString(4)));
        }
    }

    /** How many there are. */
    record Counts(long cycles, long stalled) {}

    /** Cycles to which nothing has happened since before this instant have stalled on a day. */
    static Instant stalledBefore(LocalDate today, int days) {
        return today.minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The longest without an event first; one row more than {@code limit}. */
    static List<Row> longestFirst(
            Connection connection,
            String districtId,
            Filter filter,
            AsOf asOf,
            Instant stalledBefore,
            After after,
            int limit)
            throws SQLException {
        Select select = narrowed("select c.planned_seq, c.version, last.at, c.data" + FROM, districtId, filter, asOf);
        if (filter.stalled() != null) {
            select.and("and (" + STALLED + ") = ?", stalledBefore, filter.stalled());
        }
        if (after != null) {
            select.and("and (last.at, c.planned_seq) > (?, ?)", after.lastEventAt(), after.plannedSeq());
        }
        return select.and("order by last.at, c.planned_seq limit ?", limit + 1).rows(connection, Row::of);
    }

    /** How many there are, whatever the page, stalled or not. */
    static Counts counts(Connection connection, String districtId, Filter filter, AsOf asOf, Instant stalledBefore)
            throws SQLException {
        Select select = new Select(
                "select count(*), count(*) filter (where " + STALLED + ")" + FROM, stalledBefore, districtId);
        return narrow(select, filter, asOf)
                .first(connection, row -> new Counts(row.getLong(1), row.getLong(2)))
                .orElseThrow();
    }

    private static Select narrowed(String text, String districtId, Filter filter, AsOf asOf) {
        return narrow(new Select(text, districtId), filter, asOf);
    }

    private static Select narrow(Select select, Filter filter, AsOf asOf) {
        List<String> states = filter.states().stream()
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList();
        return select.known(asOf, "c")
                .and("and c.state = any (?)", states)
                .when(filter.teamId(), "and c.team_id = ?")
                .when(filter.aimId(), "and c.aim_id = ?")
                .when(filter.siteId(), "and ? = any (c.site_ids)")
                .when(filter.owner(), "and c.owner = ?");
    }

    static CycleRecord read(String json) {
        try {
            return EventJson.mapper().readValue(json, CycleRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the table cycle holds what it did not write", e);
        }
    }
}
