package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Making Data Count says of a point, and by the last point of the chart. */
@Schema(name = "ChartVariation")
public enum Variation {
    /** Nothing beyond chance. */
    @JsonProperty("common_cause")
    COMMON_CAUSE,
    /** A signal the good way. */
    @JsonProperty("special_cause_improvement")
    SPECIAL_CAUSE_IMPROVEMENT,
    /** A signal the bad way. */
    @JsonProperty("special_cause_concern")
    SPECIAL_CAUSE_CONCERN,
    /** A signal upwards where no way is good by itself. */
    @JsonProperty("special_cause_neutral_high")
    SPECIAL_CAUSE_NEUTRAL_HIGH,
    /** A signal downwards where no way is good by itself. */
    @JsonProperty("special_cause_neutral_low")
    SPECIAL_CAUSE_NEUTRAL_LOW
}
