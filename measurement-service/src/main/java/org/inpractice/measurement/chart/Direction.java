package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way is good, so that a signal can be called an improvement or not. */
public enum Direction {
    /** More is better. */
    @JsonProperty("increase")
    INCREASE,
    /** Less is better. */
    @JsonProperty("decrease")
    DECREASE,
    /** Neither is better by itself. */
    @JsonProperty("neutral")
    NEUTRAL
}
