package org.inpractice.cycles.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The judgement of one cycle.
 *
 * @param met how many features show
 * @param judged how many features could be judged: met and not met
 * @param complete whether every feature that is asked for shows; null while that is not settled
 */
@Schema(name = "Fidelity")
public record Fidelity(UUID cycleId, int met, int judged, Boolean complete, List<Point> points) {
    /**
     * One feature.
     *
     * @param why one sentence
     * @param evidence the events it rests on
     * @param threshold where the line is drawn, and whose choice that is
     */
    @Schema(name = "FidelityPoint")
    public record Point(
            Feature feature,
            @JsonProperty("outcome") Outcome outcome,
            String why,
            List<Evidence> evidence,
            String asks,
            String threshold,
            String source) {
        static Point of(Feature feature, Outcome outcome, String why, List<Evidence> evidence) {
            return new Point(feature, outcome, why, evidence, feature.asks(), feature.threshold(), feature.source());
        }
    }

    static Fidelity of(UUID cycleId, List<Point> points) {
        int met = count(points, Outcome.MET);
        int judged = met + count(points, Outcome.NOT_MET);
        // A cycle that was given up shows less than it was meant to: nobody can say that it shows everything.
        boolean open = points.stream()
                .anyMatch(point -> point.outcome() == Outcome.NOT_YET_KNOWABLE
                        || (point.outcome() == Outcome.NOT_ASKED && point.feature() == Feature.STUDY_BEFORE_DECISION));
        Boolean complete = met < judged ? Boolean.FALSE : open ? null : Boolean.TRUE;
        return new Fidelity(cycleId, met, judged, complete, List.copyOf(points));
    }

    private static int count(List<Point> points, Outcome outcome) {
        return (int) points.stream().filter(point -> point.outcome() == outcome).count();
    }

    /** The judgement of a feature. */
    Outcome of(Feature feature) {
        return points.stream()
                .filter(point -> point.feature() == feature)
                .findFirst()
                .orElseThrow()
                .outcome();
    }
}
