package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a feedback report said of the outcome. */
public enum Verdict {
    /** It moved the wanted way. */
    @JsonProperty("improved")
    IMPROVED,
    /** It moved the other way. */
    @JsonProperty("worsened")
    WORSENED,
    /** Nothing but the usual ups and downs so far. */
    @JsonProperty("no_signal_yet")
    NO_SIGNAL_YET,
    /** Too few points to say. */
    @JsonProperty("insufficient_data")
    INSUFFICIENT_DATA,
    /** It was moving before the change began. */
    @JsonProperty("unstable_baseline")
    UNSTABLE_BASELINE,
    /** It moved while another cycle was at work on it. */
    @JsonProperty("confounded")
    CONFOUNDED,
    /** It moved the wanted way, and a balancing measure got worse. */
    @JsonProperty("improved_at_expense")
    IMPROVED_AT_EXPENSE
}
