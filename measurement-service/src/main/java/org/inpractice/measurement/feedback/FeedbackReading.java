package org.inpractice.measurement.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.Decided;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.measurement.feedback.FeedbackReport.PredictionBeside;
import org.inpractice.measurement.feedback.FeedbackReport.SequenceRange;
import org.inpractice.measurement.feedback.FeedbackReport.Studied;
import org.inpractice.measurement.feedback.FollowedEvent.CycleDecided;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStarted;
import org.inpractice.measurement.feedback.FollowedEvent.CycleStudied;
import org.inpractice.measurement.observation.Disclosure;
import org.inpractice.measurement.observation.Sight;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Refusal;

/** Puts a cycle's feedback together: what other services told of it, the series of its measures, the verdict. */
@ApplicationScoped
public class FeedbackReading {
    private static final String CYCLES = "improvement-cycles-service";

    @Inject
    DistrictStream stream;

    @Inject
    Disclosure disclosure;

    /**
     * The report.
     *
     * @param asOf what was known at this instant; null for now
     * @param smallCells whether the reader may see small groups
     */
    FeedbackReport report(Connection connection, String districtId, UUID cycleId, Instant asOf, boolean smallCells)
            throws SQLException {
        return read(connection, districtId, cycleId, asOf, smallCells).report();
    }

    /** The report as it is made for the topic: as anybody may see it, and without the consequences of a look. */
    FeedbackReport published(Connection connection, String districtId, UUID cycleId) throws SQLException {
        return read(connection, districtId, cycleId, null, disclosure.bystander())
                .report();
    }

    /** A report and the points it was made of. */
    record Read(FeedbackReport report, List<MeasuredSeries> series) {}

    /** The report with its points, for those who compare two. */
    Read read(Connection connection, String districtId, UUID cycleId, Instant asOf, boolean smallCells)
            throws SQLException {
        return read(connection, districtId, cycleId, asOf, disclosure.reader(smallCells));
    }

    private Read read(Connection connection, String districtId, UUID cycleId, Instant asOf, Sight sight)
            throws SQLException {
        FollowedCycle cycle = FollowedCycle.find(connection, districtId, cycleId, asOf)
                .orElseThrow(() -> new Refusal(
                        CycleRule.CYCLE_NOT_KNOWN,
                        "Nothing of this cycle has arrived here. If it was planned a moment ago it may still be on its way:"
                                + " ask again shortly."));
        CycleStarted started = cycle.started();
        if (started == null) {
            throw new Refusal(
                    CycleRule.CYCLE_NOT_STARTED,
                    "Feedback compares the time before a change with the time since. Start the cycle first: POST"
                            + " cycles/{id}/start at improvement-cycles-service.");
        }
        long last = lastOfMeasures(
                connection,
                districtId,
                asOf == null
                        ? stream.lastSequence(connection, districtId)
                        : stream.lastSequenceAt(connection, districtId, asOf));
        List<MeasuredSeries> series = new CycleSeries(districtId, started, last, sight).read(connection);
        Map<Long, UUID> eventIds = eventIds(connection, districtId, series);
        List<MeasureFeedback> measures = series.stream()
                .map(one -> MeasureVerdict.of(one, started.startedOn(), eventIds))
                .toList();
        List<OverlappingCycle> overlapping =
                OverlappingCycles.of(connection, districtId, started, cycle.endedOn(), asOf);
        CycleVerdict verdict = CycleVerdict.of(measures, overlapping);
        PredictionBeside prediction = CycleVerdict.judge(started.prediction(), measures);
        FeedbackReport report = new FeedbackReport(
                cycleId,
                started.changeIdea(),
                started.siteId(),
                started.studentGroup(),
                started.startedOn(),
                asOf,
                verdict.verdict(),
                verdict.why(),
                firstUsed(series),
                last,
                RuleSet.PERLA_2.id(),
                verdict.balancingWorsened(),
                measures,
                prediction,
                studied(cycle.studied()),
                decided(cycle.decided()),
                FollowedCycle.failures(connection, districtId, cycleId, asOf),
                new SequenceRange(CYCLES, cycle.fromSequence(), cycle.toSequence()),
                RuleSet.PERLA_2,
                new PlainWords(started, verdict, measures, prediction, overlapping).paragraph(),
                overlapping);
        return new Read(report, series);
    }

    /** What feedback has said itself is no reason for it to say something: a report stays the same when it is told. */
    private static long lastOfMeasures(Connection connection, String districtId, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select district_seq from event where district_id = ? and district_seq <= ? and stream_type <> ?
                order by district_seq desc limit 1
                """)) {
            statement.setString(1, districtId);
            statement.setLong(2, last);
            statement.setString(3, FeedbackJudging.STREAM_TYPE);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static long firstUsed(List<MeasuredSeries> series) {
        return series.stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> point.use() == Observed.Use.NUMBER)
                .mapToLong(Observed::sequence)
                .min()
                .orElse(0);
    }

    /** The ids of the events of each series' numbers, or of the first and the last when there are very many. */
    private static Map<Long, UUID> eventIds(Connection connection, String districtId, List<MeasuredSeries> series)
            throws SQLException {
        List<Long> wanted = new ArrayList<>();
        for (MeasuredSeries one : series) {
            List<Long> used = one.points().stream()
                    .filter(point -> point.use() == Observed.Use.NUMBER)
                    .map(Observed::sequence)
                    .toList();
            if (used.size() > MeasureVerdict.MOST_EVENT_IDS) {
                wanted.add(used.getFirst());
                wanted.add(used.getLast());
            } else {
                wanted.addAll(used);
            }
        }
        Map<Long, UUID> eventIds = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select district_seq, event_id from event where district_id = ? and district_seq = any (?)")) {
            statement.setString(1, districtId);
            statement.setArray(2, connection.createArrayOf("bigint", wanted.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    eventIds.put(row.getLong(1), row.getObject(2, UUID.class));
                }
            }
        }
        return eventIds;
    }

    private static Studied studied(CycleStudied studied) {
        return studied == null
                ? null
                : new Studied(studied.comparedWithPrediction(), studied.learned(), studied.studiedOn());
    }

    private static Decided decided(CycleDecided decided) {
        return decided == null
                ? null
                : new Decided(decided.decision(), decided.rationale(), decided.decidedOn(), decided.nextCycleId());
    }
}
