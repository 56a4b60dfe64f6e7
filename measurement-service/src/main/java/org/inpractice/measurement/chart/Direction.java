package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way is good, so that a signal can be called an improvement or not. */
@Schema(name = "ChartDirection")
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
