package org.inpractice.learning.followed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.learning.Query;

/**
 * A measure as its service defined it.
 *
 * @param direction {@code increase} or {@code decrease}: which way is better
 */
public record FollowedMeasure(UUID measureId, String name, String unit, String valueType, String direction) {
    /** A measure of a district; empty when it has not been heard of. */
    public static Optional<FollowedMeasure> find(Connection connection, String districtId, UUID measureId)
            throws SQLException {
        return Query.of(
                        "select measure_id, name, unit, value_type, direction from followed_measure"
                                + " where district_id = ? and measure_id = ?",
                        districtId,
                        measureId)
                .first(
                        connection,
                        row -> new FollowedMeasure(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)));
    }

    /** A rate in percent is read as 0 to 100, any other as numerator by denominator. */
    public boolean isPercent() {
        return unit.equalsIgnoreCase("percent") || unit.equals("%");
    }
}
