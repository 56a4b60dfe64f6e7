package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a measure is for in a cycle. */
public enum MeasureRole {
    /** What shall move. */
    @JsonProperty("outcome")
    OUTCOME,
    /** What moves the outcome. */
    @JsonProperty("driver")
    DRIVER,
    /** Whether the change was really done. */
    @JsonProperty("process")
    PROCESS,
    /** What must not suffer. */
    @JsonProperty("balancing")
    BALANCING
}
