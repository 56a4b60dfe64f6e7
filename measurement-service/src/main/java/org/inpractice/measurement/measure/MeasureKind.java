package org.inpractice.measurement.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a measure is for in the theory of improvement. */
public enum MeasureKind {
    /** What shall move in the end. */
    @JsonProperty("outcome")
    OUTCOME,
    /** What is held to move the outcome. */
    @JsonProperty("driver")
    DRIVER,
    /** Whether the change is really done. */
    @JsonProperty("process")
    PROCESS,
    /** What must not suffer meanwhile. */
    @JsonProperty("balancing")
    BALANCING
}
