package org.inpractice.measurement.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.measurement.observation.ObservationEvent.ObservationCorrected;
import org.inpractice.measurement.observation.ObservationEvent.ObservationRecorded;
import org.inpractice.measurement.observation.ObservationEvent.ObservationWithdrawn;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code observation}: one more version an event, a thousand of them in one round trip. */
final class ObservationProjection implements Projection<ObservationEvent> {
    /** The status of a version that took everything back. */
    static final String WITHDRAWN = "WITHDRAWN";

    @Override
    public List<String> tables() {
        return List.of("observation");
    }

    @Override
    public void apply(Connection connection, List<Recorded<ObservationEvent>> events) throws SQLException {
        Rows rows = new Rows(events.size());
        for (int i = 0; i < events.size(); i++) {
            RecordedEvent envelope = events.get(i).envelope();
            switch (events.get(i).event()) {
                case ObservationRecorded recorded -> rows.told(i, envelope, recorded);
                case ObservationCorrected corrected -> rows.told(i, envelope, corrected);
                case ObservationWithdrawn withdrawn -> rows.set(i, envelope, withdrawn, WITHDRAWN, Numbers.NONE);
            }
        }
        rows.insert(connection);
    }

    /** Versions as columns: an array parameter a column. */
    private static final class Rows {
        private final String[] districts;
        private final Object[] measures;
        private final String[] sites;
        private final String[] groups;
        private final String[] starts;
        private final Long[] versions;
        private final Long[] sequences;
        private final String[] times;
        private final String[] statuses;
        private final Object[] amounts;
        private final Object[] denominators;
        private final Long[] groupSizes;

        Rows(int size) {
            districts = new String[size];
            measures = new Object[size];
            sites = new String[size];
            groups = new String[size];
            starts = new String[size];
            versions = new Long[size];
            sequences = new Long[size];
            times = new String[size];
            statuses = new String[size];
            amounts = new Object[size];
            denominators = new Object[size];
            groupSizes = new Long[size];
        }

        void told(int i, RecordedEvent envelope, WithNumbers event) {
            set(i, envelope, event, event.status().name(), event.numbers());
        }

        void set(int i, RecordedEvent envelope, ObservationEvent event, String status, Numbers numbers) {
            districts[i] = envelope.districtId();
            measures[i] = event.measureId();
            sites[i] = event.siteId();
            groups[i] = event.studentGroup();
            starts[i] = event.periodStart().toString();
            versions[i] = envelope.streamVersion();
            sequences[i] = envelope.districtSeq();
            times[i] = envelope.recordedAt().toString();
            statuses[i] = status;
            amounts[i] = numbers.amount();
            denominators[i] = numbers.denominator();
            groupSizes[i] = numbers.groupSize();
        }

        void insert(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement("""
                    insert into observation (district_id, measure_id, site_id, student_group, period_start, version,
                        district_seq, recorded_at, status, amount, denominator, group_size)
                    select * from unnest(?, ?::uuid[], ?, ?, ?::date[], ?::bigint[],
                        ?::bigint[], ?::timestamptz[], ?, ?::numeric[], ?::numeric[], ?::bigint[])
                    """)) {
                statement.setArray(1, connection.createArrayOf("text", districts));
                statement.setArray(2, connection.createArrayOf("uuid", measures));
                statement.setArray(3, connection.createArrayOf("text", sites));
                statement.setArray(4, connection.createArrayOf("text", groups));
                statement.setArray(5, connection.createArrayOf("date", starts));
                statement.setArray(6, connection.createArrayOf("bigint", versions));
                statement.setArray(7, connection.createArrayOf("bigint", sequences));
                statement.setArray(8, connection.createArrayOf("timestamptz", times));
                statement.setArray(9, connection.createArrayOf("text", statuses));
                statement.setArray(10, connection.createArrayOf("numeric", amounts));
                statement.setArray(11, connection.createArrayOf("numeric", denominators));
                statement.setArray(12, connection.createArrayOf("bigint", groupSizes));
                statement.executeUpdate();
            }
        }
    }
}
