package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which side of the centre a point lies. */
@Schema(name = "ChartSide")
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
