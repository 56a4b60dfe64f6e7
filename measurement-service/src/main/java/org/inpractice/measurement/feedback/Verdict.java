package org.inpractice.measurement.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an outcome moved since a change began. */
public enum Verdict {
    /** A rule fired on the good side. */
    @JsonProperty("improved")
    IMPROVED,
    /** A rule fired on the bad side. */
    @JsonProperty("worsened")
    WORSENED,
    /** There are points enough, and no rule fired. */
    @JsonProperty("no_signal_yet")
    NO_SIGNAL_YET,
    /** There are too few points for any rule. */
    @JsonProperty("insufficient_data")
    INSUFFICIENT_DATA
}
