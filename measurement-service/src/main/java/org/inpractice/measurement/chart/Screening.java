package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether moving ranges that are themselves signals are kept out of the limits. */
@Schema(name = "ChartScreening")
public enum Screening {
    /** All moving ranges count. */
    @JsonProperty("none")
    NONE,
    /** Moving ranges of 3.267 times their mean or more are dropped, once; the centre stays. */
    @JsonProperty("moving_ranges_once")
    MOVING_RANGES_ONCE
}
