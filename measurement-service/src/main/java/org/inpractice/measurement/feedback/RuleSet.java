package org.inpractice.measurement.feedback;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.chart.RunReading;

/**
 * The rules behind a verdict, named and versioned, so that an old report can be told from a new one. A change of any number
 * or sentence here is a new version.
 */
@Schema(name = "FeedbackRules")
public record RuleSet(
        @Schema(examples = "perla-v1") String id,
        int shiftPoints,
        int trendPoints,
        int minimumPointsBefore,
        int minimumPointsSince,
        String rules,
        String source) {

    /**
     * Ten points give a median to compare with: the table of expected runs in Perla 2011 (table 1, after Swed and Eisenhart
     * 1943) begins at ten useful points, below which no run chart rule is calibrated.
     */
    static final int MINIMUM_BEFORE = 10;

    /** Fewer points than the shortest signal, a trend, needs can show no signal at all. */
    static final int MINIMUM_SINCE = RunReading.TREND_POINTS;

    /** The rules in force. */
    static final RuleSet PERLA_1 = new RuleSet(
            "perla-v1",
            RunReading.SHIFT_POINTS,
            RunReading.TREND_POINTS,
            MINIMUM_BEFORE,
            MINIMUM_SINCE,
            "Points whose period ended before the start are before; points whose period began on the start day or later are"
                    + " since; the period that holds the start belongs to neither. The median before is frozen. Shift:"
                    + " 6 or more consecutive points since on one side of it; points on it neither count nor break. Trend:"
                    + " 5 or more consecutive points since all rising or all falling; equal neighbours neither count nor"
                    + " break. The latest shift decides; without a shift the latest trend does, if it ends on the side of"
                    + " the median that it leads to.",
            "Perla RJ, Provost LP, Murray SK. The run chart: a simple analytical tool for learning from variation in"
                    + " healthcare processes. BMJ Quality & Safety 2011;20:46-51.");
}
