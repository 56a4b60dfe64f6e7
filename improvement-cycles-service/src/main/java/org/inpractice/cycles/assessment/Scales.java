package org.inpractice.cycles.assessment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the numbers of an assessment mean. The words are our choice: an impact/effort matrix has no scales of its own, and
 * numbers without words are compared though everybody means something else.
 */
@Schema(name = "AssessmentScales")
record Scales(List<Point> impact, List<Point> effort) {
    /** The lowest number. */
    static final int LEAST = 1;
    /** The highest number. */
    static final int MOST = 5;

    static final String IMPACT = "1: nobody would notice; 2: a few students or classes would; 3: a site would see it in"
            + " a driver of the aim; 4: a site would see it in the aim's outcome; 5: most sites would see it in the aim's"
            + " outcome";
    static final String EFFORT = "1: one person begins this week with what is there; 2: a team begins this month with"
            + " what is there; 3: it needs time released or training; 4: it needs money, staff or a system not there yet;"
            + " 5: it needs a decision of the board, a contract or another organisation";

    static final Scales ALL = new Scales(points(IMPACT), points(EFFORT));

    /** A number and what it means. */
    @Schema(name = "AssessmentScalePoint")
    record Point(int value, String means) {}

    private static List<Point> points(String words) {
        return List.of(words.split("; ")).stream()
                .map(point -> point.split(": ", 2))
                .map(point -> new Point(Integer.parseInt(point[0]), point[1]))
                .toList();
    }
}
