package org.inpractice.measurement.chart;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The numbers behind a phase. What does not belong to its chart, or cannot be computed, is null and absent in JSON.
 *
 * @param n points with a value, excluded ones left out
 * @param nUseful of them those not on the centre
 * @param nBaseline points that centre and limits were computed from
 * @param longestRun most useful points in a row on one side
 * @param longestRunLimit a longer run is a signal: round(log2(nUseful)) + 3 (Anhøj)
 * @param crossings how often successive useful points lie on different sides
 * @param crossingsLimit fewer are a signal: the 5% quantile of the binomial of nUseful - 1 and 0.5 (Anhøj)
 * @param runs how many runs there are
 * @param runsLower fewer are a signal: 2.5% of the exact distribution (Perla); only for 10 to 60 useful points
 * @param runsUpper more are a signal
 * @param longestTrend most points in a row all rising or all falling, equal neighbours counted once
 * @param mean the mean of the baseline, also where the centre is a median; of a t chart, of the transformed times
 * @param movingRanges from point to point of the phase, null where one is missing; on p′, u′ of the z values, on t of the
 *     transformed times
 * @param meanMovingRange of the baseline, after screening; on p′, u′ of the z values
 * @param movingRangesScreened how many were dropped
 * @param sigmaHat the estimated standard deviation of one point where it is the same for all
 * @param sigmaZ Laney's: the standard deviation of the z values, 1 when there is no more variation than the distribution's
 */
@Schema(name = "ChartStatistics")
public record Statistics(
        int n,
        int nUseful,
        int nBaseline,
        Integer longestRun,
        Integer longestRunLimit,
        Integer crossings,
        Integer crossingsLimit,
        Integer runs,
        Integer runsLower,
        Integer runsUpper,
        Integer longestTrend,
        Double mean,
        List<Double> movingRanges,
        Double meanMovingRange,
        Integer movingRangesScreened,
        Double sigmaHat,
        Double sigmaZ) {}
