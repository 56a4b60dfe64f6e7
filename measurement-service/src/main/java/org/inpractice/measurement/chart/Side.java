package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of the centre a point lies. */
public enum Side {
    /** Above it. */
    @JsonProperty("above")
    ABOVE,
    /** On it: no useful point for runs. */
    @JsonProperty("on")
    ON,
    /** Below it. */
    @JsonProperty("below")
    BELOW
}
