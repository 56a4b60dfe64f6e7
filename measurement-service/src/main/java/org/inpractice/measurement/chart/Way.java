package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which way a signal points. */
@Schema(name = "ChartWay")
public enum Way {
    /** Above the centre, or rising. */
    @JsonProperty("up")
    UP,
    /** Below the centre, or falling. */
    @JsonProperty("down")
    DOWN
}
