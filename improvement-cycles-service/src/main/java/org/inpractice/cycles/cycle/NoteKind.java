package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a note is about. */
public enum NoteKind {
    /** Something seen while trying the change. */
    @JsonProperty("observation")
    OBSERVATION,
    /** It was done otherwise than planned. */
    @JsonProperty("deviation")
    DEVIATION,
    /** Something nobody had expected, good or bad. */
    @JsonProperty("unexpected")
    UNEXPECTED
}
