package org.inpractice.measurement.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feedback.FeedbackReport.MeasureFeedback;
import org.inpractice.measurement.feedback.JointReport.CycleSays;
import org.inpractice.measurement.feedback.JointReport.MeasureSays;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Refusal;

/** Puts the feedback of the cycles of an aim, or of a change idea, beside each other. */
@ApplicationScoped
public class JointReading {
    /** A bound, so that no answer can grow without end: the cycles started last are told. */
    private static final int MOST_CYCLES = 100;

    @Inject
    FeedbackReading reading;

    @Inject
    DistrictStream stream;

    private record Cycle(UUID cycleId, boolean started) {}

    /** What the cycles are of. */
    enum Of {
        AIM("aimId", CycleRule.AIM_NOT_KNOWN, "aim"),
        CHANGE_IDEA("changeIdeaId", CycleRule.CHANGE_IDEA_NOT_KNOWN, "change idea");

        private final String field;
        private final CycleRule unknown;
        private final String word;

        Of(String field, CycleRule unknown, String word) {
            this.field = field;
            this.unknown = unknown;
            this.word = word;
        }
    }

    /**
     * The report.
     *
     * @param asOf what was known at this instant; null for now
     * @param smallCells whether the reader may see small groups
     */
    JointReport report(Connection connection, String districtId, Of of, UUID id, Instant asOf, boolean smallCells)
            throws SQLException {
        List<Cycle> cycles = cycles(connection, districtId, of, id, asOf);
        if (cycles.isEmpty()) {
            throw new Refusal(
                    of.unknown,
                    "No cycle of this %s has arrived here. Plan one, or ask again shortly if it was planned a moment ago."
                            .formatted(of.word));
        }
        List<UUID> started =
                cycles.stream().filter(Cycle::started).map(Cycle::cycleId).toList();
        int leftOff = Math.max(0, started.size() - MOST_CYCLES);
        List<CycleSays> says = new ArrayList<>();
        List<FeedbackReport> reports = new ArrayList<>();
        for (UUID cycleId : started.subList(leftOff, started.size())) {
            reports.add(reading.report(connection, districtId, cycleId, asOf, smallCells));
            says.add(says(reports.getLast()));
        }
        JointVerdict verdict =
                JointVerdict.of(says.stream().map(CycleSays::verdict).toList());
        long last = asOf == null
                ? stream.lastSequence(connection, districtId)
                : stream.lastSequenceAt(connection, districtId, asOf);
        return new JointReport(
                of == Of.AIM ? id : null,
                of == Of.CHANGE_IDEA ? id : null,
                asOf,
                verdict.verdict(),
                verdict.why(),
                JointVerdict.RULE,
                summary(verdict, reports),
                says,
                cycles.size() - started.size(),
                leftOff,
                reports.stream().mapToLong(FeedbackReport::toSequence).max().orElse(last),
                RuleSet.PERLA_2.id());
    }

    private static CycleSays says(FeedbackReport report) {
        return new CycleSays(
                report.cycleId(),
                report.changeIdea(),
                report.siteId(),
                report.studentGroup(),
                report.startedOn(),
                report.verdict(),
                report.why(),
                report.prediction() == null ? null : report.prediction().cameTrue(),
                report.decision() == null ? null : report.decision().decision(),
                report.measures().stream().map(JointReading::says).toList(),
                report.fromSequence(),
                report.toSequence());
    }

    private static MeasureSays says(MeasureFeedback measure) {
        return new MeasureSays(
                measure.measureId(),
                measure.name(),
                measure.role(),
                measure.siteId(),
                measure.verdict(),
                measure.change(),
                measure.effect());
    }

    /** The whole in one sentence, then each cycle in its own. */
    private static String summary(JointVerdict verdict, List<FeedbackReport> reports) {
        StringBuilder summary = new StringBuilder(verdict.why());
        for (FeedbackReport report : reports) {
            summary.append(" “").append(report.changeIdea()).append('”');
            if (report.siteId() != null) {
                summary.append(" at site ").append(report.siteId());
            }
            summary.append(": ").append(report.why());
        }
        return summary.toString();
    }

    /** Those whose plan named it last, in the order of their starts; the planned ones first. */
    private static List<Cycle> cycles(Connection connection, String districtId, Of of, UUID id, Instant asOf)
            throws SQLException {
        List<Cycle> cycles = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
                select plan.cycle_id, started.cycle_id is not null
                from (select distinct on (cycle_id) cycle_id, data->>? as served from followed_cycle
                    where district_id = ? and step in ('planned', 'revised') and recorded_at <= ?
                    order by cycle_id, district_seq desc) as plan
                left join followed_cycle started on started.district_id = ? and started.cycle_id = plan.cycle_id
                    and started.step = 'started' and started.recorded_at <= ?
                where plan.served = ?
                order by started.district_seq nulls first, plan.cycle_id
                """)) {
            statement.setString(1, of.field);
            statement.setString(2, districtId);
            statement.setObject(3, FollowedCycle.end(asOf));
            statement.setString(4, districtId);
            statement.setObject(5, FollowedCycle.end(asOf));
            statement.setString(6, id.toString());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cycles.add(new Cycle(row.getObject(1, UUID.class), row.getBoolean(2)));
                }
            }
        }
        return cycles;
    }
}
