package org.inpractice.measurement.controlchart;

import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What people can have decided of a chart. No number of the series is in any of these: they are published. */
public sealed interface ChartEvent {
    /** The chart it was decided of. */
    UUID chartId();

    /** Which measure it shows. */
    UUID measureId();

    /** At which site. */
    String siteId();

    /** For which student group. */
    String studentGroup();

    /** In whose name. */
    String decidedBy();

    /** For what reason. */
    String why();

    /**
     * Centre and limits come from the points of a baseline and stay, whatever comes later.
     *
     * @param phaseId the phase it belongs to; null for the first
     * @param from first period
     * @param to last period
     * @param firstDay of the first period
     * @param lastStart first day of the last period
     * @param points how many of them had a number that everybody may see
     * @param trial whether they were too few for limits that are locked, so that it may be set anew
     */
    @EventType(name = "improvement.chart.baseline-frozen")
    record BaselineFrozen(
            UUID chartId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID baselineId,
            UUID phaseId,
            String from,
            String to,
            LocalDate firstDay,
            LocalDate lastStart,
            int points,
            boolean trial,
            String decidedBy,
            String why)
            implements ChartEvent {}

    /** A baseline was a mistake: its phase's limits come from all of its points again. */
    @EventType(name = "improvement.chart.baseline-withdrawn")
    record BaselineWithdrawn(
            UUID chartId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID baselineId,
            String decidedBy,
            String why)
            implements ChartEvent {}

    /**
     * From a period on the process is another one, with a centre and limits of its own.
     *
     * @param from first period
     * @param firstDay of it
     * @param name may be null
     * @param despite why it was decided although an answer is no; null when all are yes
     */
    @EventType(name = "improvement.chart.rephased")
    record Rephased(
            UUID chartId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID phaseId,
            String from,
            LocalDate firstDay,
            String name,
            RephasingAnswers answers,
            String despite,
            String decidedBy,
            String why)
            implements ChartEvent {}

    /** A phase was a mistake: its points belong to the one before. */
    @EventType(name = "improvement.chart.phase-withdrawn")
    record PhaseWithdrawn(
            UUID chartId,
            UUID measureId,
            String siteId,
            String studentGroup,
            UUID phaseId,
            String decidedBy,
            String why)
            implements ChartEvent {}
}
