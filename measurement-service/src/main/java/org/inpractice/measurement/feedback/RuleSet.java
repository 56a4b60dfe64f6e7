package org.inpractice.measurement.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.chart.RunReading;

/**
 * The rules behind a verdict, named and versioned, so that an old report can be told from a new one. A change of any number
 * or sentence here is a new version.
 */
@Schema(name = "FeedbackRules")
public record RuleSet(
        @Schema(examples = "perla-v2") String id,
        int shiftPoints,
        int trendPoints,
        int minimumPointsBefore,
        int minimumPointsSince,
        int minimumPointsForLines,
        String rules,
        String source) {

    /**
     * Ten points give a median to compare with: the table of expected runs in Perla 2011 (table 1, after Swed and Eisenhart
     * 1943) begins at ten useful points, below which no run chart rule is calibrated.
     */
    static final int MINIMUM_BEFORE = 10;

    /** Fewer points than the shortest signal, a trend, needs can show no signal at all. */
    static final int MINIMUM_SINCE = RunReading.TREND_POINTS;

    /**
     * A segmented regression has the power to find something from eight points on each side on (Penfold RB, Zhang F. Use of
     * interrupted time series analysis in evaluating health care quality improvements. Academic Pediatrics
     * 2013;13:S38-S44).
     */
    static final int MINIMUM_FOR_LINES = 8;

    /** The rules in force. The first version had no unstable baselines, overlapping cycles and harmed balancing measures. */
    static final RuleSet PERLA_2 = new RuleSet(
            "perla-v2",
            RunReading.SHIFT_POINTS,
            RunReading.TREND_POINTS,
            MINIMUM_BEFORE,
            MINIMUM_SINCE,
            MINIMUM_FOR_LINES,
            "Points whose period ended before the start are before; points whose period began on the start day or later are"
                    + " since; the period that holds the start belongs to neither. The median before is frozen. Shift:"
                    + " 6 or more consecutive points since on one side of it; points on it neither count nor break. Trend:"
                    + " 5 or more consecutive points since all rising or all falling; equal neighbours neither count nor"
                    + " break. The latest shift decides; without a shift the latest trend does, if it ends on the side of"
                    + " the median that it leads to. A shift or trend among the points before makes the baseline unstable."
                    + " The cycle worsened when an outcome did, else improved when one did, else has an unstable baseline"
                    + " when one has. An outcome that moved is confounded when another cycle on the same outcome, site and"
                    + " student group was at work between start and decision of this one; it improved at expense when a"
                    + " balancing measure got worse. Effects, intervals and lines stand beside the verdict and do not decide"
                    + " it.",
            "Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in"
                    + " healthcare processes. BMJ Quality & Safety 2011;20:46-51.");
}
