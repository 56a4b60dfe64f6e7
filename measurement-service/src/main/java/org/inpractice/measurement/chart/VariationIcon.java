package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The variation icon of Making Data Count. */
@Schema(name = "ChartVariationIcon")
public enum VariationIcon {
    /** Nothing beyond chance. */
    @JsonProperty("common_cause")
    COMMON_CAUSE,
    /** Improvement, by high values. */
    @JsonProperty("improvement_high")
    IMPROVEMENT_HIGH,
    /** Improvement, by low values. */
    @JsonProperty("improvement_low")
    IMPROVEMENT_LOW,
    /** Concern, by high values. */
    @JsonProperty("concern_high")
    CONCERN_HIGH,
    /** Concern, by low values. */
    @JsonProperty("concern_low")
    CONCERN_LOW,
    /** High values, where no way is good by itself. */
    @JsonProperty("neutral_high")
    NEUTRAL_HIGH,
    /** Low values, where no way is good by itself. */
    @JsonProperty("neutral_low")
    NEUTRAL_LOW
}
