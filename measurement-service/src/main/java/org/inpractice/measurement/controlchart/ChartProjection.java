package org.inpractice.measurement.controlchart;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineFrozen;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.PhaseWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.Rephased;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps the table {@code chart_decision}. */
final class ChartProjection implements Projection<ChartEvent> {
    static final String BASELINE_FROZEN = "baseline_frozen";
    static final String BASELINE_WITHDRAWN = "baseline_withdrawn";
    static final String REPHASED = "rephased";
    static final String PHASE_WITHDRAWN = "phase_withdrawn";

    private static final String INSERT = """
            insert into chart_decision (district_id, chart_id, version, district_seq, event_id, recorded_at, occurred_at,
                actor, measure_id, site_id, student_group, decided_by, why, kind, decision_id, phase_id, from_period,
                to_period, first_day, last_start, points, trial, name, different_behaviour, reason_known, desirable,
                expected_to_continue, despite)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Override
    public List<String> tables() {
        return List.of("chart_decision");
    }

    @Override
    public void apply(Connection connection, List<Recorded<ChartEvent>> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Recorded<ChartEvent> recorded : events) {
                decision(statement, recorded.envelope(), recorded.event());
                switch (recorded.event()) {
                    case BaselineFrozen frozen -> frozen(statement, frozen);
                    case BaselineWithdrawn withdrawn ->
                        rest(statement, BASELINE_WITHDRAWN, withdrawn.baselineId(), null);
                    case Rephased rephased -> rephased(statement, rephased);
                    case PhaseWithdrawn withdrawn -> rest(statement, PHASE_WITHDRAWN, withdrawn.phaseId(), null);
                }
                statement.executeUpdate();
            }
        }
    }

    private static void decision(PreparedStatement statement, RecordedEvent envelope, ChartEvent event)
            throws SQLException {
        statement.setString(1, envelope.districtId());
        statement.setObject(2, event.chartId());
        statement.setLong(3, envelope.streamVersion());
        statement.setLong(4, envelope.districtSeq());
        statement.setObject(5, envelope.eventId());
        statement.setObject(6, envelope.recordedAt().atOffset(ZoneOffset.UTC));
        statement.setObject(7, envelope.occurredAt().atOffset(ZoneOffset.UTC));
        statement.setString(8, envelope.actor());
        statement.setObject(9, event.measureId());
        statement.setString(10, event.siteId());
        statement.setString(11, event.studentGroup());
        statement.setString(12, event.decidedBy());
        statement.setString(13, event.why());
    }

    /** The columns of one kind, after {@code phase_id} in their order; those left out are null. */
    private static void rest(PreparedStatement statement, String kind, UUID decisionId, UUID phaseId, Object... more)
            throws SQLException {
        statement.setString(14, kind);
        statement.setObject(15, decisionId);
        statement.setObject(16, phaseId);
        for (int i = 0; i < 12; i++) {
            statement.setObject(17 + i, i < more.length ? more[i] : null);
        }
    }

    private static void frozen(PreparedStatement statement, BaselineFrozen frozen) throws SQLException {
        rest(
                statement,
                BASELINE_FROZEN,
                frozen.baselineId(),
                frozen.phaseId(),
                frozen.from(),
                frozen.to(),
                frozen.firstDay(),
                frozen.lastStart(),
                frozen.points(),
                frozen.trial());
    }

    private static void rephased(PreparedStatement statement, Rephased rephased) throws SQLException {
        RephasingAnswers answers = rephased.answers();
        rest(
                statement,
                REPHASED,
                rephased.phaseId(),
                null,
                rephased.from(),
                null,
                rephased.firstDay(),
                null,
                null,
                null,
                rephased.name(),
                answers.differentBehaviour(),
                answers.reasonKnown(),
                answers.desirable(),
                answers.expectedToContinue(),
                rephased.despite());
    }
}
