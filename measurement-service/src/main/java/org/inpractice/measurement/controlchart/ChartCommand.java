package org.inpractice.measurement.controlchart;

import java.time.LocalDate;
import java.util.UUID;

/** What somebody wants of a chart. */
sealed interface ChartCommand {
    UUID chartId();

    ChartSeries series();

    /** In whose name. */
    String decidedBy();

    /** For what reason. */
    String why();

    /**
     * Freeze the limits of a phase.
     *
     * @param points how many points between its ends have a number that everybody may see
     * @param trial whether the caller knows that limits of so few points are trial limits
     */
    record FreezeBaseline(
            UUID chartId,
            ChartSeries series,
            UUID baselineId,
            Stretch stretch,
            int points,
            boolean trial,
            String decidedBy,
            String why)
            implements ChartCommand {}

    /** Take a baseline back. */
    record WithdrawBaseline(UUID chartId, ChartSeries series, UUID baselineId, String decidedBy, String why)
            implements ChartCommand {}

    /**
     * Begin a new phase.
     *
     * @param pointsBefore how many points before it have a number that everybody may see
     * @param pointsSince how many from there on
     */
    record Rephase(
            UUID chartId,
            ChartSeries series,
            UUID phaseId,
            String from,
            LocalDate firstDay,
            String name,
            int pointsBefore,
            int pointsSince,
            RephasingAnswers answers,
            String despite,
            String decidedBy,
            String why)
            implements ChartCommand {}

    /** Take a phase back. */
    record WithdrawPhase(UUID chartId, ChartSeries series, UUID phaseId, String decidedBy, String why)
            implements ChartCommand {}

    /**
     * From one period to another, both included.
     *
     * @param firstDay of the first period
     * @param lastStart first day of the last period
     */
    record Stretch(String from, String to, LocalDate firstDay, LocalDate lastStart) {}
}
