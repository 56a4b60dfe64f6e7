package org.inpractice.cycles;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a measure is wanted, or predicted, to move. */
public enum Direction {
    /** Upwards. */
    @JsonProperty("increase")
    INCREASE,
    /** Downwards. */
    @JsonProperty("decrease")
    DECREASE
}
