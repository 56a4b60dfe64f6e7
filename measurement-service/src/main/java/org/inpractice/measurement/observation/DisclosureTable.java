package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.inpractice.measurement.disclosure.CellKey;
import org.inpractice.measurement.observation.ObservationTable.Series;

/** What is asked of and written to the tables that say what has been shown and what is withheld. */
final class DisclosureTable {
    private DisclosureTable() {}

    /** A period of a measure. */
    record Period(String districtId, UUID measureId, LocalDate start) {}

    /** A withheld total of a district, wherever it is. */
    record Withheld(UUID measureId, String siteId, LocalDate periodStart, long fromSequence) {}

    /** Which of some periods show a number of the district's own: of everybody, or of a group. */
    static Set<Period> judged(Connection connection, Collection<Period> periods) throws SQLException {
        Set<Period> judged = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select j.district_id, j.measure_id, j.period_start
                from unnest(?, ?::uuid[], ?::date[]) as k(district_id, measure_id, period_start)
                join judged_period j using (district_id, measure_id, period_start)
                """)) {
            statement.setArray(1, array(connection, "text", periods.stream().map(Period::districtId)));
            statement.setArray(2, array(connection, "uuid", periods.stream().map(Period::measureId)));
            statement.setArray(
                    3,
                    array(
                            connection,
                            "date",
                            periods.stream().map(period -> period.start().toString())));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    judged.add(new Period(
                            row.getString(1), row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)));
                }
            }
        }
        return judged;
    }

    static void insertJudged(Connection connection, Period period) throws SQLException {
        update(connection, "insert into judged_period values (?, ?, ?) on conflict do nothing", period);
    }

    /** Whether a group of the whole district is shown. */
    static boolean showsGroupsOfDistrict(Connection connection, Period period) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select 1 from released_cell
                where district_id = ? and measure_id = ? and period_start = ? and site_id = ? limit 1
                """)) {
            bind(statement, period);
            statement.setString(4, period.districtId());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** The sizes of the totals last shown of a period, by site. */
    static Map<String, List<BigDecimal>> shownTotals(Connection connection, Period period) throws SQLException {
        Map<String, List<BigDecimal>> shown = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select site_id, people, group_size from shown_total
                where district_id = ? and measure_id = ? and period_start = ?
                """)) {
            bind(statement, period);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    shown.put(row.getString(1), Arrays.asList(row.getBigDecimal(2), row.getBigDecimal(3)));
                }
            }
        }
        return shown;
    }

    static void upsertShown(Connection connection, Period period, String siteId, List<BigDecimal> sizes)
            throws SQLException {
        update(connection, """
                insert into shown_total (district_id, measure_id, period_start, site_id, people, group_size)
                values (?, ?, ?, ?, ?, ?)
                on conflict (district_id, measure_id, period_start, site_id)
                do update set people = excluded.people, group_size = excluded.group_size
                """, period, siteId, sizes.get(0), sizes.get(1));
    }

    static void deleteShown(Connection connection, Period period, String siteId) throws SQLException {
        update(
                connection,
                "delete from shown_total where district_id = ? and measure_id = ? and period_start = ? and site_id = ?",
                period,
                siteId);
    }

    /** Withholds a site's total from an event on, unless it is withheld from an earlier one. */
    static void withhold(Connection connection, Period period, String siteId, long fromSequence) throws SQLException {
        update(connection, """
                insert into withheld_total (district_id, measure_id, period_start, site_id, from_seq)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """, period, siteId, fromSequence);
    }

    /** What is withheld of a period, whatever the site. */
    static List<Withheld> withheldOf(Connection connection, Period period) throws SQLException {
        return withheld(
                connection,
                "district_id = ? and measure_id = ? and period_start = ?",
                period.districtId(),
                period.measureId(),
                period.start());
    }

    /** What is withheld of a series of totals. */
    static List<Withheld> withheldOf(Connection connection, Series series) throws SQLException {
        return withheld(
                connection,
                "district_id = ? and measure_id = ? and site_id = ?",
                series.districtId(),
                series.measureId(),
                series.siteId());
    }

    private static List<Withheld> withheld(Connection connection, String where, Object... parameters)
            throws SQLException {
        List<Withheld> withheld = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select measure_id, site_id, period_start, from_seq from withheld_total where " + where)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    withheld.add(new Withheld(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getLong(4)));
                }
            }
        }
        return withheld;
    }

    /** Those of some periods whose groups nobody has seen. */
    static Set<LocalDate> unreleased(
            Connection connection, String districtId, UUID measureId, Collection<LocalDate> periods)
            throws SQLException {
        Set<LocalDate> unreleased = new HashSet<>(periods);
        try (PreparedStatement statement = connection.prepareStatement("""
                select period_start from released_period
                where district_id = ? and measure_id = ? and period_start = any (?::date[])
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setArray(3, array(connection, "date", periods.stream().map(LocalDate::toString)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    unreleased.remove(row.getObject(1, LocalDate.class));
                }
            }
        }
        return unreleased;
    }

    static void insertReleased(Connection connection, Period period, long sequence) throws SQLException {
        update(connection, """
                insert into released_period (district_id, measure_id, period_start, released_seq)
                values (?, ?, ?, ?)
                """, period, sequence);
    }

    static void insertShown(Connection connection, Period period, CellKey key, long sequence) throws SQLException {
        update(connection, """
                insert into released_cell
                    (district_id, measure_id, period_start, site_id, student_group, district_seq)
                values (?, ?, ?, ?, ?, ?)
                """, period, key.siteId(), key.group(), sequence);
    }

    /** Which version of a group is shown, by period. */
    static Map<LocalDate, Long> releasedOf(Connection connection, Series series) throws SQLException {
        Map<LocalDate, Long> released = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select period_start, district_seq from released_cell
                where district_id = ? and measure_id = ? and site_id = ? and student_group = ?
                """)) {
            statement.setString(1, series.districtId());
            statement.setObject(2, series.measureId());
            statement.setString(3, series.siteId());
            statement.setString(4, series.studentGroup());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    released.put(row.getObject(1, LocalDate.class), row.getLong(2));
                }
            }
        }
        return released;
    }

    private static void update(Connection connection, String sql, Period period, Object... more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, period);
            for (int i = 0; i < more.length; i++) {
                statement.setObject(i + 4, more[i]);
            }
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Period period) throws SQLException {
        statement.setString(1, period.districtId());
        statement.setObject(2, period.measureId());
        statement.setObject(3, period.start());
    }

    static java.sql.Array array(Connection connection, String type, java.util.stream.Stream<?> values)
            throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
