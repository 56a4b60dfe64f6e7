package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way a signal points. */
public enum Way {
    /** Above the centre, or rising. */
    @JsonProperty("up")
    UP,
    /** Below the centre, or falling. */
    @JsonProperty("down")
    DOWN
}
