package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a signal means for a measure of a given {@link Direction}. */
@Schema(name = "ChartMeaning")
public enum Meaning {
    /** It moved the good way. */
    @JsonProperty("improvement")
    IMPROVEMENT,
    /** It moved the bad way. */
    @JsonProperty("concern")
    CONCERN,
    /** It moved, and no way is good by itself, or the signal has no way. */
    @JsonProperty("neither")
    NEITHER
}
