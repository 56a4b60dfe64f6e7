package org.inpractice.measurement.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way is better. */
public enum BetterDirection {
    /** More is better. */
    @JsonProperty("increase")
    INCREASE,
    /** Less is better. */
    @JsonProperty("decrease")
    DECREASE
}
