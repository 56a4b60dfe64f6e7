package org.inpractice.measurement.picture;

/**
 * Something that happened beside the series, drawn as a vertical line with its text.
 *
 * @param position in indices of points: 3 is at point 3, 2.5 half way from point 2 to it
 * @param text what happened, and when
 */
public record Mark(double position, Kind kind, String text) {
    /** What happened. */
    public enum Kind {
        /** A cycle started: a change is being tried. */
        CYCLE_STARTED,
        /** Something was decided: what becomes of a change. */
        DECIDED,
        /** What a person wrote beside a point. */
        NOTE
    }
}
