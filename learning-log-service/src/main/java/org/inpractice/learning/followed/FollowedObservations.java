package org.inpractice.learning.followed;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.learning.Query;

/** Reads how data points stand that were told with a number. Suppressed ones are not among them: they have none. */
public final class FollowedObservations {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private FollowedObservations() {}

    /**
     * A data point.
     *
     * @param value in the measure's unit; null when its number was withdrawn, or is suppressed by now
     * @param sequence of the event that said so
     */
    public record Point(
            UUID observationId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            BigDecimal value,
            String source,
            long sequence,
            UUID eventId,
            String wireType,
            Instant recordedAt) {}

    /**
     * A measure's data points of a student group, each site's in the order of time.
     *
     * @param siteId null for all sites
     */
    public static List<Point> series(
            Connection connection,
            String districtId,
            FollowedMeasure measure,
            String siteId,
            String studentGroup,
            LocalDate from,
            LocalDate to)
            throws SQLException {
        return Query.of(
                        "select * from followed_observation where district_id = ? and measure_id = ? and student_group = ?",
                        districtId,
                        measure.measureId(),
                        studentGroup)
                .addIfPresent("and site_id = ?", siteId)
                .addIfPresent("and period_start >= ?", from)
                .addIfPresent("and period_start <= ?", to)
                .add("order by site_id, period_start, observation_id")
                .rows(connection, row -> point(row, measure));
    }

    /** The measures of which a source told data points in a range of its sequence. */
    public static List<UUID> measuresMoved(
            Connection connection, String districtId, String source, long after, long upTo) throws SQLException {
        return Query.of(
                        "select distinct measure_id from followed_observation"
                                + " where district_id = ? and source = ? and district_seq > ? and district_seq <= ?",
                        districtId,
                        source,
                        after,
                        upTo)
                .rows(connection, row -> row.getObject(1, UUID.class));
    }

    private static Point point(ResultSet row, FollowedMeasure measure) throws SQLException {
        return new Point(
                row.getObject("observation_id", UUID.class),
                row.getString("site_id"),
                row.getString("student_group"),
                row.getString("period"),
                row.getObject("period_start", LocalDate.class),
                value(row, measure),
                row.getString("source"),
                row.getLong("district_seq"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                Query.instant(row, "recorded_at"));
    }

    private static BigDecimal value(ResultSet row, FollowedMeasure measure) throws SQLException {
        BigDecimal numerator = row.getBigDecimal("numerator");
        if (numerator == null) {
            return row.getBigDecimal("value");
        }
        BigDecimal rate = numerator.divide(row.getBigDecimal("denominator"), MathContext.DECIMAL64);
        return measure.isPercent() ? rate.multiply(HUNDRED, MathContext.DECIMAL64) : rate;
    }
}
