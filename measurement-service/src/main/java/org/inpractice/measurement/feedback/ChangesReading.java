package org.inpractice.measurement.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feedback.ChangesReport.ReportThen;
import org.inpractice.measurement.feedback.FeedbackChanges.Then;
import org.inpractice.measurement.feedback.FeedbackReading.Read;
import org.inpractice.measurement.feedback.FeedbackReport.OverlappingCycle;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Refusal;

/** Puts two feedback reports of a cycle beside each other, with the events between them. */
@ApplicationScoped
public class ChangesReading {
    @Inject
    FeedbackReading reading;

    @Inject
    DistrictStream stream;

    /**
     * What changed after one instant and up to another.
     *
     * @param smallCells whether the reader may see small groups
     */
    ChangesReport changes(
            Connection connection, String districtId, UUID cycleId, Instant from, Instant to, boolean smallCells)
            throws SQLException {
        Then after = then(reading.read(connection, districtId, cycleId, to, smallCells), to);
        Then before = before(connection, districtId, cycleId, from, smallCells);
        FeedbackReport report = after.report();
        return new FeedbackChanges(cycleId, before, after)
                .explain(
                        BetweenEvents.ofObservations(
                                connection,
                                districtId,
                                after.series(),
                                report.studentGroup() == null ? "all" : report.studentGroup(),
                                before.said().toSequence(),
                                report.toSequence()),
                        BetweenEvents.ofCycles(connection, districtId, cycleId, overlapping(before, after), from, to),
                        BetweenEvents.ofFailures(connection, districtId, cycleId, from, to));
    }

    /** A cycle that was not known or not started had no report, which is no reason to say nothing of what came after. */
    private Then before(Connection connection, String districtId, UUID cycleId, Instant from, boolean smallCells)
            throws SQLException {
        try {
            return then(reading.read(connection, districtId, cycleId, from, smallCells), from);
        } catch (Refusal none) {
            long last = stream.lastSequenceAt(connection, districtId, from);
            return new Then(new ReportThen(from, null, none.getMessage(), 0, last, null), null, List.of());
        }
    }

    private static Then then(Read read, Instant asOf) {
        return new Then(FeedbackChanges.said(read.report(), asOf), read.report(), read.series());
    }

    /** Those of both reports: one that has ended since is a change too. */
    private static List<OverlappingCycle> overlapping(Then before, Then after) {
        List<OverlappingCycle> both = new ArrayList<>(after.report().overlappingCycles());
        if (before.report() != null) {
            both.addAll(before.report().overlappingCycles());
        }
        return both;
    }
}
