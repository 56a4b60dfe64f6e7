package org.inpractice.cycles.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.cycles.feedback.ToldEvent.OfPoint;
import org.inpractice.stream.Recorded;

/** Writes a batch of data points, whole years at once when a district brings its past in: two statements, not two a point. */
record PointRows(Connection connection) {
    private static final String OPEN = "infinity";

    private record Key(String districtId, UUID measureId, String siteId, String studentGroup, LocalDate start) {
        static Key of(Recorded<ToldEvent> recorded) {
            OfPoint point = (OfPoint) recorded.event();
            return new Key(
                    recorded.envelope().districtId(),
                    point.measureId(),
                    point.siteId(),
                    point.studentGroup(),
                    point.periodStart());
        }
    }

    /** A point as told by one event, and until when; {@code first} of its key in this batch. */
    private record Row(Recorded<ToldEvent> recorded, String knownUntil, boolean first) {
        OfPoint point() {
            return (OfPoint) recorded.event();
        }

        String knownFrom() {
            return recorded.envelope().recordedAt().toString();
        }
    }

    /** Adds them in the order of their events. */
    void add(List<Recorded<ToldEvent>> points) throws SQLException {
        List<Row> rows = rows(points);
        close(rows.stream().filter(Row::first).toList());
        insert(rows);
    }

    private static List<Row> rows(List<Recorded<ToldEvent>> points) {
        Map<Key, String> nextFrom = new HashMap<>();
        List<String> until = new ArrayList<>();
        for (Recorded<ToldEvent> recorded : points.reversed()) {
            String from = recorded.envelope().recordedAt().toString();
            String next = nextFrom.put(Key.of(recorded), from);
            until.add(next == null ? OPEN : next);
        }
        Set<Key> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Recorded<ToldEvent> recorded = points.get(i);
            rows.add(new Row(recorded, until.get(points.size() - 1 - i), seen.add(Key.of(recorded))));
        }
        return rows;
    }

    private void close(List<Row> firsts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update told_point p set known_until = n.known_from
                from unnest(?, ?::uuid[], ?, ?, ?::date[], ?::timestamptz[])
                    as n(district_id, measure_id, site_id, student_group, period_start, known_from)
                where (p.district_id, p.measure_id, p.site_id, p.student_group, p.period_start)
                    = (n.district_id, n.measure_id, n.site_id, n.student_group, n.period_start)
                    and p.known_until = 'infinity'
                """)) {
            bindKey(update, firsts);
            bind(update, 6, "timestamptz", firsts, Row::knownFrom);
            update.executeUpdate();
        }
    }

    private void insert(List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into told_point (district_id, measure_id, site_id, student_group, period_start, known_from,
                    known_until, district_seq, period_end, period, status, amount, denominator, told_at)
                select * from unnest(?, ?::uuid[], ?, ?, ?::date[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                    ?::date[], ?, ?, ?::numeric[], ?::numeric[], ?::timestamptz[])
                """)) {
            bindKey(insert, rows);
            bind(insert, 6, "timestamptz", rows, Row::knownFrom);
            bind(insert, 7, "timestamptz", rows, Row::knownUntil);
            bind(insert, 8, "bigint", rows, row -> row.recorded().envelope().districtSeq());
            bind(insert, 9, "date", rows, row -> row.point().periodEnd().toString());
            bind(insert, 10, "text", rows, row -> row.point().period());
            bind(insert, 11, "text", rows, row -> row.point().status());
            bind(insert, 12, "numeric", rows, row -> row.point().amount());
            bind(insert, 13, "numeric", rows, row -> row.point().denominator());
            bind(
                    insert,
                    14,
                    "timestamptz",
                    rows,
                    row -> row.recorded().envelope().occurredAt().toString());
            insert.executeUpdate();
        }
    }

    private void bindKey(PreparedStatement statement, List<Row> rows) throws SQLException {
        bind(statement, 1, "text", rows, row -> row.recorded().envelope().districtId());
        bind(statement, 2, "uuid", rows, row -> row.point().measureId());
        bind(statement, 3, "text", rows, row -> row.point().siteId());
        bind(statement, 4, "text", rows, row -> row.point().studentGroup());
        bind(statement, 5, "date", rows, row -> row.point().periodStart().toString());
    }

    private void bind(
            PreparedStatement statement, int parameter, String type, List<Row> rows, Function<Row, Object> column)
            throws SQLException {
        statement.setArray(
                parameter,
                connection.createArrayOf(type, rows.stream().map(column).toArray()));
    }
}
