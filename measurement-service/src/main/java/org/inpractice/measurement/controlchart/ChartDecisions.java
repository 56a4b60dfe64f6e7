package org.inpractice.measurement.controlchart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineFrozen;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.PhaseWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.Rephased;

/** What is asked of the table {@code chart_decision}. */
final class ChartDecisions {
    private static final ChartDecider DECIDER = new ChartDecider();

    private ChartDecisions() {}

    /**
     * A decision of people on a chart.
     *
     * @param kind {@code baseline_frozen}, {@code baseline_withdrawn}, {@code rephased} or {@code phase_withdrawn}
     * @param baselineId the baseline that was frozen or withdrawn
     * @param phaseId the phase that was begun or withdrawn, or the baseline's; absent for a baseline of the first phase
     * @param points of the baseline, as everybody could see them then
     * @param decidedBy in whose name
     * @param actor whose token said so
     * @param eventId the event that tells it
     */
    @Schema(name = "ChartDecision")
    record Decision(
            String kind,
            UUID baselineId,
            UUID phaseId,
            @Schema(examples = "2024-09") String from,
            @Schema(examples = "2025-08") String to,
            Integer points,
            Boolean trial,
            String name,
            RephasingAnswers answers,
            String despite,
            String decidedBy,
            String why,
            String actor,
            Instant occurredAt,
            Instant recordedAt,
            UUID eventId,
            long districtSeq,
            @JsonIgnore ChartEvent event) {}

    /** The decisions on a chart up to a sequence number, in order. */
    static List<Decision> read(Connection connection, String districtId, UUID chartId, long lastSequence)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select * from chart_decision
                where district_id = ? and chart_id = ? and district_seq <= ? order by version
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, chartId);
            statement.setLong(3, lastSequence);
            List<Decision> decisions = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    decisions.add(decision(row));
                }
            }
            return decisions;
        }
    }

    /** The chart as these decisions order it. */
    static ControlChart chart(List<Decision> decisions) {
        ControlChart chart = DECIDER.initialState();
        for (Decision decision : decisions) {
            chart = DECIDER.evolve(chart, decision.event());
        }
        return chart;
    }

    /** The series of the chart that a baseline or phase of a measure belongs to; empty when there is none of this id. */
    static Optional<ChartSeries> seriesOf(Connection connection, String districtId, UUID measureId, UUID decisionId)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select site_id, student_group from chart_decision
                where district_id = ? and measure_id = ? and decision_id = ? order by version limit 1
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, measureId);
            statement.setObject(3, decisionId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new ChartSeries(measureId, row.getString(1), row.getString(2)))
                        : Optional.empty();
            }
        }
    }

    private static Decision decision(ResultSet row) throws SQLException {
        ChartEvent event = event(row);
        return new Decision(
                row.getString("kind"),
                switch (event) {
                    case BaselineFrozen frozen -> frozen.baselineId();
                    case BaselineWithdrawn withdrawn -> withdrawn.baselineId();
                    case Rephased rephased -> null;
                    case PhaseWithdrawn withdrawn -> null;
                },
                switch (event) {
                    case BaselineFrozen frozen -> frozen.phaseId();
                    case BaselineWithdrawn withdrawn -> null;
                    case Rephased rephased -> rephased.phaseId();
                    case PhaseWithdrawn withdrawn -> withdrawn.phaseId();
                },
                row.getString("from_period"),
                row.getString("to_period"),
                row.getObject("points", Integer.class),
                row.getObject("trial", Boolean.class),
                row.getString("name"),
                event instanceof Rephased rephased ? rephased.answers() : null,
                row.getString("despite"),
                event.decidedBy(),
                event.why(),
                row.getString("actor"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("event_id", UUID.class),
                row.getLong("district_seq"),
                event);
    }

    private static ChartEvent event(ResultSet row) throws SQLException {
        UUID chart = row.getObject("chart_id", UUID.class);
        UUID measure = row.getObject("measure_id", UUID.class);
        String site = row.getString("site_id");
        String group = row.getString("student_group");
        UUID id = row.getObject("decision_id", UUID.class);
        String by = row.getString("decided_by");
        String why = row.getString("why");
        return switch (row.getString("kind")) {
            case ChartProjection.BASELINE_FROZEN ->
                new BaselineFrozen(
                        chart,
                        measure,
                        site,
                        group,
                        id,
                        row.getObject("phase_id", UUID.class),
                        row.getString("from_period"),
                        row.getString("to_period"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_start", LocalDate.class),
                        row.getInt("points"),
                        row.getBoolean("trial"),
                        by,
                        why);
            case ChartProjection.BASELINE_WITHDRAWN -> new BaselineWithdrawn(chart, measure, site, group, id, by, why);
            case ChartProjection.REPHASED ->
                new Rephased(
                        chart,
                        measure,
                        site,
                        group,
                        id,
                        row.getString("from_period"),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("name"),
                        new RephasingAnswers(
                                row.getBoolean("different_behaviour"),
                                row.getBoolean("reason_known"),
                                row.getBoolean("desirable"),
                                row.getBoolean("expected_to_continue")),
                        row.getString("despite"),
                        by,
                        why);
            case ChartProjection.PHASE_WITHDRAWN -> new PhaseWithdrawn(chart, measure, site, group, id, by, why);
            default -> throw new IllegalStateException("chart_decision holds a kind its projection does not write");
        };
    }
}
