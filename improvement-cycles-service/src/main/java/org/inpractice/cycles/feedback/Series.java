package org.inpractice.cycles.feedback;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Reads data points as they were published and known at an instant.
 *
 * @param siteId null for the whole district
 * @param studentGroup {@code all} for everybody
 * @param asOf null for now
 */
record Series(Connection connection, String districtId, String siteId, String studentGroup, Instant asOf) {
    /** Sixty years of days: a bound, so that no answer can grow without end. */
    private static final int MOST_POINTS = 22_000;

    private static final double PERCENT = 100;

    DataSeries of(MeasureInFocus measure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select name, unit, better, period, value_type from told_measure
                where district_id = ? and measure_id = ? and known_from <= ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measure.measureId());
            statement.setObject(3, Verdicts.instant(asOf));
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return new DataSeries(measure.measureId(), measure.role(), null, null, null, null, null, List.of());
                }
                String unit = row.getString(2);
                boolean percent = row.getString(5).equals("rate") && isPercent(unit);
                String site = siteId == null ? siteOfWholeDistrict(measure.measureId()) : siteId;
                return new DataSeries(
                        measure.measureId(),
                        measure.role(),
                        row.getString(1),
                        unit,
                        row.getString(3),
                        row.getString(4),
                        site,
                        site == null ? List.of() : points(measure.measureId(), site, percent));
            }
        }
    }

    /** A rate in percent is read as 0 to 100, any other as 0 to 1; the same as in the feedback report. */
    private static boolean isPercent(String unit) {
        return unit.toLowerCase(Locale.ROOT).equals("percent") || unit.equals("%");
    }

    /** The district under its own id, or the only site there is: adding up sites would be a measure of its own. */
    private String siteOfWholeDistrict(UUID measureId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select min(site_id), max(site_id), bool_or(site_id = district_id) from told_point
                where district_id = ? and measure_id = ? and known_from <= ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setObject(3, Verdicts.instant(asOf));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(3)) {
                    return districtId;
                }
                String first = row.getString(1);
                return first != null && first.equals(row.getString(2)) ? first : null;
            }
        }
    }

    private List<DataPoint> points(UUID measureId, String site, boolean percent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select p.period_start, p.period_end, p.period, p.status, p.amount, p.denominator, p.district_seq,
                    first.told_at
                from told_point p cross join lateral (select min(f.told_at) as told_at from told_point f
                    where (f.district_id, f.measure_id, f.site_id, f.student_group, f.period_start)
                        = (p.district_id, p.measure_id, p.site_id, p.student_group, p.period_start)) as first
                where p.district_id = ? and p.measure_id = ? and p.site_id = ? and p.student_group = ?
                    and p.known_from <= ? and p.known_until > ? and p.status <> 'withdrawn'
                order by p.period_start limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setString(3, site);
            statement.setString(4, studentGroup);
            statement.setObject(5, Verdicts.instant(asOf));
            statement.setObject(6, Verdicts.instant(asOf));
            statement.setInt(7, MOST_POINTS);
            List<DataPoint> points = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    points.add(new DataPoint(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, LocalDate.class),
                            row.getString(3),
                            row.getString(4),
                            number(row.getBigDecimal(5), row.getBigDecimal(6), percent),
                            row.getLong(7),
                            row.getObject(8, OffsetDateTime.class).toInstant()));
                }
            }
            return points;
        }
    }

    private static Double number(BigDecimal amount, BigDecimal denominator, boolean percent) {
        if (amount == null) {
            return null;
        }
        if (denominator == null) {
            return amount.doubleValue();
        }
        if (denominator.signum() == 0) {
            return null;
        }
        double rate = amount.doubleValue() / denominator.doubleValue();
        return percent ? PERCENT * rate : rate;
    }
}
