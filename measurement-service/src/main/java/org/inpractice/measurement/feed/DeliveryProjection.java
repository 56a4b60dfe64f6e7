package org.inpractice.measurement.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.inpractice.measurement.feed.DeliveryEvent.FeedCaughtUp;
import org.inpractice.measurement.feed.DeliveryEvent.FeedLate;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code feed_delivery}: a row for each delivery that was late. */
final class DeliveryProjection implements Projection<DeliveryEvent> {
    @Override
    public List<String> tables() {
        return List.of("feed_delivery");
    }

    @Override
    public void apply(Connection connection, List<Recorded<DeliveryEvent>> events) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                        insert into feed_delivery (district_id, feed_id, measure_id, site_id, period_start, version,
                            student_group, period, period_end, due_on, late_since)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
                PreparedStatement update = connection.prepareStatement("""
                        update feed_delivery set version = ?, arrived_at = ?
                        where district_id = ? and feed_id = ? and measure_id = ? and site_id = ? and period_start = ?
                        """)) {
            for (Recorded<DeliveryEvent> recorded : events) {
                switch (recorded.event()) {
                    case FeedLate late -> add(insert, recorded.envelope(), late);
                    case FeedCaughtUp caughtUp -> {
                        // In the order of the events: what has arrived must have been late before.
                        insert.executeBatch();
                        add(update, recorded.envelope(), caughtUp);
                    }
                }
            }
            insert.executeBatch();
            update.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, RecordedEvent envelope, FeedLate late) throws SQLException {
        insert.setString(1, envelope.districtId());
        insert.setObject(2, late.feedId());
        insert.setObject(3, late.measureId());
        insert.setString(4, late.siteId());
        insert.setObject(5, late.periodStart());
        insert.setLong(6, envelope.streamVersion());
        insert.setString(7, late.studentGroup());
        insert.setString(8, late.period());
        insert.setObject(9, late.periodEnd());
        insert.setObject(10, late.dueOn());
        insert.setObject(11, late.lateSince().atOffset(ZoneOffset.UTC));
        insert.addBatch();
    }

    private static void add(PreparedStatement update, RecordedEvent envelope, FeedCaughtUp caughtUp)
            throws SQLException {
        update.setLong(1, envelope.streamVersion());
        update.setObject(2, caughtUp.arrivedAt().atOffset(ZoneOffset.UTC));
        update.setString(3, envelope.districtId());
        update.setObject(4, caughtUp.feedId());
        update.setObject(5, caughtUp.measureId());
        update.setString(6, caughtUp.siteId());
        update.setObject(7, caughtUp.periodStart());
        update.addBatch();
    }
}
