package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far the limits of a phase may be trusted. */
@Schema(name = "ChartLimitsState")
public enum LimitsState {
    /** There is nothing to compute them from. */
    @JsonProperty("none")
    NONE,
    /** They rest on fewer than 12 points. */
    @JsonProperty("trial")
    TRIAL,
    /** They rest on 12 points or more. */
    @JsonProperty("locked")
    LOCKED
}
