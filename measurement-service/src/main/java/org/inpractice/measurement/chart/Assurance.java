package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether the target will be met if nothing changes: the assurance icon of Making Data Count. */
@Schema(name = "ChartAssurance")
public enum Assurance {
    /** The limits of the latest phase lie on the good side of the target. */
    @JsonProperty("consistent_pass")
    CONSISTENT_PASS,
    /** The target lies between the limits: chance decides. */
    @JsonProperty("inconsistent")
    INCONSISTENT,
    /** The limits of the latest phase lie on the bad side of the target. */
    @JsonProperty("consistent_fail")
    CONSISTENT_FAIL
}
