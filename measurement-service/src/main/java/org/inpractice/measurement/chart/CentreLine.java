package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which centre line a g chart has; its limits come from the mean either way. */
@Schema(name = "ChartCentreLine")
public enum CentreLine {
    /** The median, as in qicharts2: half of the points of a skew distribution lie on each side. */
    @JsonProperty("median")
    MEDIAN,
    /** The mean, as in Montgomery and qcc. */
    @JsonProperty("mean")
    MEAN
}
