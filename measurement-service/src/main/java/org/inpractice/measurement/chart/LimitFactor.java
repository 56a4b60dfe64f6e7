package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what a mean moving range is multiplied for the limits of individual values. Sources differ in the fourth digit. */
@Schema(name = "ChartLimitFactor")
public enum LimitFactor {
    /** 2.66, as in Wheeler's books and the NHS's charts. */
    @JsonProperty("2.66")
    @JsonAlias("rounded")
    ROUNDED,
    /** 3 / 1.128 = 2.6596, as in qicharts2. */
    @JsonProperty("3/1.128")
    @JsonAlias("exact")
    EXACT
}
