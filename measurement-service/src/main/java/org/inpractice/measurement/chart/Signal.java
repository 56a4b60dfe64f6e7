package org.inpractice.measurement.chart;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule that fired.
 *
 * @param phase number of the phase it fired in
 * @param points indices of the points that made it fire; all of the phase's useful points for crossings and runs
 * @param way null when the rule has none, as too many runs
 * @param sentence what it says, and what that means for the measure's direction of good
 */
@Schema(name = "ChartSignal")
public record Signal(
        SignalRule rule,
        int phase,
        List<Integer> points,
        Way way,
        Meaning meaning,

        @Schema(
                examples =
                        "Points 13 to 19 lie above the centre, 7 in a row: higher is better, so this is an improvement.")
        String sentence) {}
