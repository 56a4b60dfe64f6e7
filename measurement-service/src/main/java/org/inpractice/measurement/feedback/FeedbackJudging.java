package org.inpractice.measurement.feedback;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.api.StreamRelay;
import org.inpractice.measurement.feedback.MovedCycles.Mover;
import org.inpractice.stream.Append;
import org.inpractice.stream.Append.Cause;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/**
 * Judges cycles when something happened to them, and appends what it has come to say to the district's own stream: once,
 * however many replicas judge, however often an event arrives, whatever is rebuilt.
 *
 * <p>It follows the district's stream and the followed cycles with a cursor, after their commits, so that nobody who posts
 * waits for a report. The reports are made in one snapshot and without a lock; the events are appended, and the cursor
 * moved, in a second transaction under the district's lock, and only if the cursor is still where the snapshot saw it.
 * Its own events move no series and so lead to no further judging.
 */
@Singleton
@Startup
class FeedbackJudging {
    private static final Logger LOG = Logger.getLogger(FeedbackJudging.class);
    /** The kind of aggregate: what was said of one cycle. */
    static final String STREAM_TYPE = "feedback";

    /** A district that cannot be judged must not fill the log, nor keep others waiting. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final EventCodec<FeedbackEvent> codec = new EventCodec<>(FeedbackEvent.class);
    private final JudgedProjection projection = new JudgedProjection();
    private final Map<String, Instant> pausedUntil = new HashMap<>();
    private final Transactions transactions;
    private final DistrictStream stream;
    private final FeedbackReading reading;
    private final StreamRelay relay;
    private final Clock clock;

    @Inject
    FeedbackJudging(
            Transactions transactions,
            DistrictStream stream,
            FeedbackReading reading,
            StreamRelay relay,
            ReadModels readModels,
            Clock clock) {
        this.transactions = transactions;
        this.stream = stream;
        this.reading = reading;
        this.relay = relay;
        this.clock = clock;
        readModels.own("feedback-verdicts", codec, projection);
    }

    /** What a judging saw and led to. */
    private record Judged(
            JudgingCursor from, JudgingCursor to, Map<UUID, List<FeedbackEvent>> said, Map<UUID, Mover> by) {}

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void judgeAll() throws SQLException {
        Instant now = clock.instant();
        pausedUntil.values().removeIf(until -> !until.isAfter(now));
        for (String districtId : transactions.call(JudgingCursor::districtsBehind)) {
            if (pausedUntil.containsKey(districtId)) {
                continue;
            }
            try {
                judge(districtId);
            } catch (SQLException | RuntimeException e) {
                LOG.errorf(e, "the cycles of district %s could not be judged", districtId);
                pausedUntil.put(districtId, now.plus(PAUSE_AFTER_FAILURE));
            }
        }
    }

    /** Judges what moved in a district since it was last judged. Returns how many events that led to. */
    int judge(String districtId) throws SQLException {
        Judged judged = transactions.call(connection -> judged(connection, districtId));
        if (judged.said().isEmpty()) {
            transactions.call(connection -> judged.from().moveTo(judged.to(), connection, districtId));
            return 0;
        }
        int events = transactions.call(connection -> say(connection, districtId, judged));
        if (events > 0) {
            relay.nudge(districtId);
        }
        return events;
    }

    private Judged judged(Connection connection, String districtId) throws SQLException {
        try (var statement = connection.createStatement()) {
            // One snapshot: what is judged is exactly what the cursor will say was judged.
            statement.execute("set transaction isolation level repeatable read, read only");
        }
        JudgingCursor from = JudgingCursor.read(connection, districtId);
        JudgingCursor to = JudgingCursor.now(connection, districtId);
        Map<UUID, Mover> moved =
                from.ruleSet().equals(to.ruleSet()) || from.ruleSet().isEmpty()
                        ? MovedCycles.between(connection, districtId, from, to)
                        : MovedCycles.all(connection, districtId);
        Map<UUID, List<FeedbackEvent>> said = new LinkedHashMap<>();
        for (UUID cycleId : moved.keySet()) {
            List<FeedbackEvent> events = changes(connection, districtId, cycleId);
            if (!events.isEmpty()) {
                said.put(cycleId, events);
            }
        }
        return new Judged(from, to, said, moved);
    }

    private List<FeedbackEvent> changes(Connection connection, String districtId, UUID cycleId) throws SQLException {
        try {
            FeedbackReport report = reading.published(connection, districtId, cycleId);
            return VerdictChanges.of(report, JudgedProjection.said(connection, districtId, cycleId));
        } catch (RuntimeException e) {
            // What cannot be computed today cannot be in a second: the district's other cycles go on.
            LOG.errorf(e, "cycle %s of district %s could not be judged", cycleId, districtId);
            return List.of();
        }
    }

    private int say(Connection connection, String districtId, Judged judged) throws SQLException {
        stream.lock(connection, List.of(districtId));
        if (!judged.from().moveTo(judged.to(), connection, districtId)) {
            return 0;
        }
        Map<UUID, Long> versions = versions(connection, districtId, judged.said());
        List<Append<FeedbackEvent>> appends = new ArrayList<>();
        judged.said().forEach((cycleId, events) -> {
            Mover mover = judged.by().get(cycleId);
            appends.add(new Append<>(
                    districtId,
                    STREAM_TYPE,
                    cycleId,
                    versions.getOrDefault(cycleId, 0L),
                    new Cause(stream.source(), clock.instant(), mover.eventId(), mover.traceparent()),
                    events));
        });
        List<Recorded<FeedbackEvent>> recorded = stream.append(connection, codec, appends);
        projection.apply(connection, recorded);
        skipOwn(connection, districtId, judged.to(), recorded);
        return recorded.size();
    }

    /** When nothing else was appended meanwhile there is nothing to look at in what was just said. */
    private static void skipOwn(
            Connection connection, String districtId, JudgingCursor to, List<Recorded<FeedbackEvent>> recorded)
            throws SQLException {
        if (recorded.getFirst().envelope().districtSeq() == to.judgedSeq() + 1) {
            long last = recorded.getLast().envelope().districtSeq();
            to.moveTo(to.judgedTo(last), connection, districtId);
        }
    }

    /** The versions so far of the feedback on each cycle. */
    private static Map<UUID, Long> versions(
            Connection connection, String districtId, Map<UUID, List<FeedbackEvent>> said) throws SQLException {
        Map<UUID, Long> versions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select stream_id, max(stream_version) from event
                where stream_id = any (?) and district_id = ? group by stream_id
                """)) {
            statement.setArray(1, connection.createArrayOf("uuid", said.keySet().toArray()));
            statement.setString(2, districtId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getObject(1, UUID.class), row.getLong(2));
                }
            }
        }
        return versions;
    }
}
