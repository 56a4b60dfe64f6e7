package org.inpractice.measurement.controlchart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.chart.Chart;
import org.inpractice.measurement.controlchart.ChartDecisions.Decision;
import org.inpractice.measurement.controlchart.ChartedCycles.ChartedCycle;
import org.inpractice.measurement.picture.Mark;

/**
 * The chart of a stored series: the chart as an analysis answers it, and where it comes from.
 *
 * @param asOf the instant asked for; absent when the answer is of now
 * @param toSequence the last event of the district's measurement stream that could have been used
 * @param decisions what people decided of baselines and phases, in order, who and why
 * @param cycles the cycles that try to move the series
 * @param marks the cycles as lines of the picture
 */
@Schema(name = "StoredChart")
record StoredChart(
        UUID chartId,
        UUID measureId,
        @Schema(examples = "19647330112536") String siteId,
        @Schema(examples = "all") String studentGroup,
        Instant asOf,
        long toSequence,
        @JsonUnwrapped Chart chart,
        List<Decision> decisions,
        List<ChartedCycle> cycles,
        @JsonIgnore List<Mark> marks) {}
