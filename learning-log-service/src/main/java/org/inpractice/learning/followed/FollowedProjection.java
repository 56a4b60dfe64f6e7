package org.inpractice.learning.followed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.inpractice.learning.Query;
import org.inpractice.learning.followed.FollowedEvent.MeasureDefined;
import org.inpractice.learning.followed.FollowedEvent.MeasureRevised;
import org.inpractice.learning.followed.FollowedEvent.OfCycle;
import org.inpractice.learning.followed.FollowedEvent.OfFeed;
import org.inpractice.learning.followed.FollowedEvent.OfMeasure;
import org.inpractice.learning.followed.FollowedEvent.OfObservation;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps what other services told: steps of cycles and feeds, insert-only, and how measures and data points stand now. */
final class FollowedProjection implements Projection<FollowedEvent> {
    private final EventCodec<FollowedEvent> codec;

    /** With the codec that reads the topics; the rows keep just what it keeps. */
    FollowedProjection(EventCodec<FollowedEvent> codec) {
        this.codec = codec;
    }

    /** A source's events of a district. */
    private record Stream(String districtId, String source) implements Comparable<Stream> {
        @Override
        public int compareTo(Stream other) {
            int district = districtId.compareTo(other.districtId);
            return district != 0 ? district : source.compareTo(other.source);
        }
    }

    @Override
    public List<String> tables() {
        return List.of("followed_step", "followed_measure", "followed_observation", "followed_reach");
    }

    @Override
    public void apply(Connection connection, List<Recorded<FollowedEvent>> events) throws SQLException {
        List<Recorded<FollowedEvent>> steps = new ArrayList<>();
        Map<String, DataPoint> points = new LinkedHashMap<>();
        Map<Stream, Long> reached = new TreeMap<>();
        for (Recorded<FollowedEvent> recorded : events) {
            RecordedEvent envelope = recorded.envelope();
            switch (recorded.event()) {
                case OfCycle step -> steps.add(recorded);
                case OfFeed step -> steps.add(recorded);
                case OfMeasure measure -> measure(connection, envelope, measure);
                case OfObservation observation ->
                    points.merge(
                            envelope.districtId() + '/' + observation.observationId(),
                            DataPoint.of(envelope, observation),
                            DataPoint::followedBy);
            }
            reached.merge(new Stream(envelope.districtId(), envelope.source()), envelope.districtSeq(), Math::max);
        }
        FollowedRows.steps(connection, codec, steps);
        FollowedRows.points(connection, List.copyOf(points.values()));
        reach(connection, reached);
    }

    private static void measure(Connection connection, RecordedEvent envelope, OfMeasure measure) throws SQLException {
        switch (measure) {
            case MeasureDefined defined ->
                Query.of(
                                "insert into followed_measure (district_id, measure_id, name, unit, value_type, direction)"
                                        + " values (?, ?, ?, ?, ?, ?)",
                                envelope.districtId(),
                                defined.measureId(),
                                defined.name(),
                                defined.unit(),
                                defined.valueType(),
                                defined.direction())
                        .run(connection);
            case MeasureRevised revised ->
                Query.of(
                                "update followed_measure set name = ? where district_id = ? and measure_id = ?",
                                revised.name(),
                                envelope.districtId(),
                                revised.measureId())
                        .run(connection);
        }
    }

    private static void reach(Connection connection, Map<Stream, Long> reached) throws SQLException {
        for (Map.Entry<Stream, Long> entry : reached.entrySet()) {
            Query.of(
                            "insert into followed_reach (district_id, source, last_seq) values (?, ?, ?)"
                                    + " on conflict (district_id, source) do update set last_seq = excluded.last_seq",
                            entry.getKey().districtId(),
                            entry.getKey().source(),
                            entry.getValue())
                    .run(connection);
        }
    }
}
