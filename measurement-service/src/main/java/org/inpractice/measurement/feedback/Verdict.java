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
    INSUFFICIENT_DATA,
    /** The measure was moving before the change began, so what came after has nothing steady to be compared with. */
    @JsonProperty("unstable_baseline")
    UNSTABLE_BASELINE,
    /** An outcome moved while another cycle was at work on it at the same place: whose work it is cannot be told. */
    @JsonProperty("confounded")
    CONFOUNDED,
    /** The outcome improved and a balancing measure got worse. */
    @JsonProperty("improved_at_expense")
    IMPROVED_AT_EXPENSE
}
