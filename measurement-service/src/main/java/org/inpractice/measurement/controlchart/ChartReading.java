package org.inpractice.measurement.controlchart;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.measurement.chart.CentreLine;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.chart.ChartPlan;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.Charts;
import org.inpractice.measurement.chart.Direction;
import org.inpractice.measurement.chart.LimitFactor;
import org.inpractice.measurement.chart.RuleSet;
import org.inpractice.measurement.chart.Screening;
import org.inpractice.measurement.controlchart.ChartDecisions.Decision;
import org.inpractice.measurement.controlchart.ChartedCycles.ChartedCycle;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.measure.MeasureRow;
import org.inpractice.measurement.observation.Disclosure;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.stream.DistrictStream;

/** Puts the chart of a stored series together: its points as the reader may see them, and what people decided of it. */
@ApplicationScoped
public class ChartReading {
    @Inject
    DistrictRequest request;

    @Inject
    DistrictStream stream;

    @Inject
    MeasureDefinitions definitions;

    @Inject
    Disclosure disclosure;

    /** The chart; refused when the district has no such measure. */
    StoredChart chart(Connection connection, MeasureRow measure, ChartQuestion question) throws SQLException {
        ChartSeries series = question.series();
        Definition definition = definition(connection, series);
        ChartType type = question.typeFor(definition.valueType());
        String district = request.districtId();
        long last = question.asOf() == null
                ? stream.lastSequence(connection, district)
                : stream.lastSequenceAt(connection, district, question.asOf());
        VisibleSeries seen = read(connection, series, definition, last, request.may("small-cells"));
        List<Decision> decisions = ChartDecisions.read(connection, district, series.chartId(district), last);
        List<ChartedCycle> cycles = ChartedCycles.read(connection, district, series, question.asOf());
        ChartPlan plan =
                plan(measure, question, type, new OrderedPhases(ChartDecisions.chart(decisions), seen.periods()));
        Chart chart = window(question, seen.periods()).of(Charts.of(plan, seen.points()));
        return new StoredChart(
                series.chartId(district),
                series.measureId(),
                series.siteId(),
                series.studentGroup(),
                question.asOf(),
                last,
                chart,
                decisions,
                cycles,
                ChartedCycles.marks(cycles, seen.periods()));
    }

    /** The series as anybody may see it now: what a decision is counted on must not depend on who decides. */
    VisibleSeries seenByAll(Connection connection, ChartSeries series, Definition definition) throws SQLException {
        return read(connection, series, definition, Long.MAX_VALUE, false);
    }

    Definition definition(Connection connection, ChartSeries series) throws SQLException {
        MeasureKey key = new MeasureKey(request.districtId(), series.measureId());
        Definition definition = definitions.find(connection, List.of(key)).get(key);
        if (definition == null) {
            throw new NotFound("measure");
        }
        return definition;
    }

    private VisibleSeries read(
            Connection connection, ChartSeries series, Definition definition, long last, boolean smallCells)
            throws SQLException {
        return VisibleSeries.read(
                connection,
                new Series(request.districtId(), series.measureId(), series.siteId(), series.studentGroup()),
                definition,
                last,
                disclosure.reader(smallCells));
    }

    private static ChartPlan plan(MeasureRow measure, ChartQuestion question, ChartType type, OrderedPhases phases) {
        String group = question.series().studentGroup();
        return new ChartPlan(
                type,
                question.ruleSet(),
                switch (measure.direction) {
                    case INCREASE -> Direction.INCREASE;
                    case DECREASE -> Direction.DECREASE;
                },
                measure.name + ", site " + question.series().siteId() + (group.equals("all") ? "" : ", " + group),
                measure.unit,
                question.target(),
                LimitFactor.ROUNDED,
                // As in an analysis: NHSRplotthedots screens unless told otherwise; the others do not.
                question.ruleSet() == RuleSet.MAKING_DATA_COUNT && type.usesMovingRanges()
                        ? Screening.MOVING_RANGES_ONCE
                        : Screening.NONE,
                CentreLine.MEDIAN,
                phases.plan(),
                Set.of());
    }

    private static ChartWindow window(ChartQuestion question, List<ReportingPeriod> periods) {
        LocalDate from = question.from();
        LocalDate to = question.to();
        int before = from == null ? 0 : count(periods, day -> day.isBefore(from));
        int until = to == null ? periods.size() : count(periods, day -> !day.isAfter(to));
        return new ChartWindow(before + 1, until);
    }

    private static int count(List<ReportingPeriod> periods, Predicate<LocalDate> firstDay) {
        return (int)
                periods.stream().filter(period -> firstDay.test(period.start())).count();
    }
}
