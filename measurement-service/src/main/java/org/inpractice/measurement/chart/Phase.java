package org.inpractice.measurement.chart;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the series that has its own centre, limits and runs.
 *
 * @param number from 1
 * @param name what a person called it; may be null
 * @param from index of its first point
 * @param to index of its last point
 * @param baselineFrom index of the first point its centre and limits were computed from
 * @param baselineTo index of the last one
 * @param frozen whether the baseline is a part of the phase chosen by a person, rather than all of it
 * @param centre its centre line; null when it has no point
 * @param limits trial below 12 points of baseline, locked from there
 */
@Schema(name = "ChartPhase")
public record Phase(
        int number,
        String name,
        int from,
        int to,
        int baselineFrom,
        int baselineTo,
        boolean frozen,
        Double centre,
        LimitsState limits,
        Statistics statistics) {}
