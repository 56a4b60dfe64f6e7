package org.inpractice.measurement.controlchart;

import java.util.List;
import java.util.Objects;
import org.inpractice.measurement.controlchart.ChartCommand.FreezeBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.Rephase;
import org.inpractice.measurement.controlchart.ChartCommand.Stretch;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawBaseline;
import org.inpractice.measurement.controlchart.ChartCommand.WithdrawPhase;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineFrozen;
import org.inpractice.measurement.controlchart.ChartEvent.BaselineWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.PhaseWithdrawn;
import org.inpractice.measurement.controlchart.ChartEvent.Rephased;
import org.inpractice.measurement.controlchart.ControlChart.Baseline;
import org.inpractice.measurement.controlchart.ControlChart.OrderedPhase;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** The rules of a chart: limits are frozen and phases begun by people, for a reason, and never quietly moved. */
final class ChartDecider implements Decider<ChartCommand, ControlChart, ChartEvent> {
    /** Limits from fewer points are trial limits (Provost and Murray, The Health Care Data Guide, 2011, chapter 4). */
    static final int LOCKED_FROM = 12;

    @Override
    public ControlChart initialState() {
        return ControlChart.UNTOUCHED;
    }

    @Override
    public List<ChartEvent> decide(ChartCommand command, ControlChart chart) {
        return switch (command) {
            case FreezeBaseline freeze -> freeze(freeze, chart);
            case WithdrawBaseline withdraw -> withdraw(withdraw, chart);
            case Rephase rephase -> rephase(rephase, chart);
            case WithdrawPhase withdraw -> withdraw(withdraw, chart);
        };
    }

    private static List<ChartEvent> freeze(FreezeBaseline freeze, ControlChart chart) {
        Stretch stretch = freeze.stretch();
        OrderedPhase phase = chart.phaseOn(stretch.firstDay());
        if (!phase.equals(chart.phaseOn(stretch.lastStart()))) {
            throw new Refusal(
                    ChartRule.BASELINE_CROSSES_PHASES,
                    "to",
                    "Choose periods of one phase: a baseline across two processes describes neither.");
        }
        if (phase.baseline() != null && !phase.baseline().trial()) {
            throw new Refusal(
                    ChartRule.BASELINE_IS_LOCKED,
                    "Begin a new phase with POST phases when the process has become another one. If the baseline was a"
                            + " mistake, withdraw it first with POST baselines/{baselineId}/withdrawal.");
        }
        if (freeze.points() == 0) {
            throw new Refusal(
                    ChartRule.BASELINE_IS_EMPTY,
                    "from",
                    "Choose periods with reported numbers that are not suppressed: limits need something to come from.");
        }
        if (freeze.points() < LOCKED_FROM && !freeze.trial()) {
            throw new Refusal(
                    ChartRule.BASELINE_IS_SHORT,
                    "trial",
                    "Wait for %d points, or say trial: limits of fewer move too much to be locked, and may be set anew later."
                            .formatted(LOCKED_FROM));
        }
        return List.of(new BaselineFrozen(
                freeze.chartId(),
                freeze.series().measureId(),
                freeze.series().siteId(),
                freeze.series().studentGroup(),
                freeze.baselineId(),
                phase.phaseId(),
                stretch.from(),
                stretch.to(),
                stretch.firstDay(),
                stretch.lastStart(),
                freeze.points(),
                freeze.points() < LOCKED_FROM,
                freeze.decidedBy(),
                freeze.why()));
    }

    private static List<ChartEvent> withdraw(WithdrawBaseline withdraw, ControlChart chart) {
        if (!chart.hasBaseline(withdraw.baselineId())) {
            throw new Refusal(
                    ChartRule.BASELINE_UNKNOWN, "Take the id from the chart's decisions; it may be withdrawn already.");
        }
        return List.of(new BaselineWithdrawn(
                withdraw.chartId(),
                withdraw.series().measureId(),
                withdraw.series().siteId(),
                withdraw.series().studentGroup(),
                withdraw.baselineId(),
                withdraw.decidedBy(),
                withdraw.why()));
    }

    private static List<ChartEvent> rephase(Rephase rephase, ControlChart chart) {
        OrderedPhase before = chart.phaseOn(rephase.firstDay());
        if (before.firstDay().equals(rephase.firstDay())) {
            throw new Refusal(
                    ChartRule.PHASE_BEGINS_THERE_ALREADY,
                    "from",
                    "Choose another period, or withdraw the phase that begins there.");
        }
        if (rephase.pointsBefore() == 0 || rephase.pointsSince() == 0) {
            throw new Refusal(
                    ChartRule.PHASE_HAS_NO_POINTS,
                    "from",
                    "Choose a period with reported numbers before it and from it on: without them nobody can tell a"
                            + " different behaviour.");
        }
        if (before.baseline() != null && !before.baseline().lastStart().isBefore(rephase.firstDay())) {
            throw new Refusal(
                    ChartRule.PHASE_CUTS_BASELINE,
                    "from",
                    "Choose a period after the phase's baseline: the points it froze were held to be one process.");
        }
        if (rephase.despite() == null) {
            mustAllBeYes(rephase.answers());
        }
        return List.of(new Rephased(
                rephase.chartId(),
                rephase.series().measureId(),
                rephase.series().siteId(),
                rephase.series().studentGroup(),
                rephase.phaseId(),
                rephase.from(),
                rephase.firstDay(),
                rephase.name(),
                rephase.answers(),
                rephase.despite(),
                rephase.decidedBy(),
                rephase.why()));
    }

    /** Each no has something better to do than new limits (Wheeler); whoever decides all the same says why. */
    private static void mustAllBeYes(RephasingAnswers answers) {
        mustBeYes(
                answers.differentBehaviour(),
                "differentBehaviour",
                "Keep the limits: the process is the one they describe.");
        mustBeYes(
                answers.reasonKnown(),
                "reasonKnown",
                "Look for the reason first: new limits would hide that there is one.");
        mustBeYes(
                answers.desirable(),
                "desirable",
                "Work on the reason instead: new limits would make an undesired level look normal.");
        mustBeYes(
                answers.expectedToContinue(),
                "expectedToContinue",
                "Keep the limits: they will describe the process again when this has passed.");
    }

    private static void mustBeYes(boolean answer, String question, String remedy) {
        if (!answer) {
            throw new Refusal(
                    ChartRule.PHASE_IS_NOT_DUE,
                    "answers." + question,
                    remedy + " To begin the phase all the same, say in despite why.");
        }
    }

    private static List<ChartEvent> withdraw(WithdrawPhase withdraw, ControlChart chart) {
        if (withdraw.phaseId() == null || chart.phase(withdraw.phaseId()).isEmpty()) {
            throw new Refusal(
                    ChartRule.PHASE_UNKNOWN, "Take the id from the chart's decisions; it may be withdrawn already.");
        }
        return List.of(new PhaseWithdrawn(
                withdraw.chartId(),
                withdraw.series().measureId(),
                withdraw.series().siteId(),
                withdraw.series().studentGroup(),
                withdraw.phaseId(),
                withdraw.decidedBy(),
                withdraw.why()));
    }

    @Override
    public ControlChart evolve(ControlChart chart, ChartEvent event) {
        return switch (event) {
            case BaselineFrozen frozen ->
                chart.changed(phase -> Objects.equals(phase.phaseId(), frozen.phaseId())
                        ? phase.with(new Baseline(
                                frozen.baselineId(), frozen.firstDay(), frozen.lastStart(), frozen.trial()))
                        : phase);
            case BaselineWithdrawn withdrawn ->
                chart.changed(phase -> phase.baseline() != null
                                && phase.baseline().baselineId().equals(withdrawn.baselineId())
                        ? phase.with(null)
                        : phase);
            case Rephased rephased ->
                chart.with(new OrderedPhase(rephased.phaseId(), rephased.firstDay(), rephased.name(), null));
            case PhaseWithdrawn withdrawn -> chart.without(withdrawn.phaseId());
        };
    }
}
