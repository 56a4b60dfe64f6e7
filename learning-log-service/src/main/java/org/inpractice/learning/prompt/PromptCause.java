package org.inpractice.learning.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What in the data asks for a look. */
public enum PromptCause {
    /** A rule fired on a measure of a cycle, and not for the better. */
    @JsonProperty("wrong_way_signal")
    WRONG_WAY_SIGNAL,
    /** The verdict on a cycle is that its outcome got worse. */
    @JsonProperty("worsened")
    WORSENED,
    /** The verdict on a cycle is that its outcome improved while something else got worse. */
    @JsonProperty("improved_at_expense")
    IMPROVED_AT_EXPENSE,
    /** What came is far from what was predicted. */
    @JsonProperty("prediction_missed")
    PREDICTION_MISSED,
    /** A team gave a change idea up. */
    @JsonProperty("cycle_abandoned")
    CYCLE_ABANDONED,
    /** A data feed did not deliver what was due. */
    @JsonProperty("feed_silent")
    FEED_SILENT,
    /** A balancing measure came close to its guard. */
    @JsonProperty("guard_nearly_crossed")
    GUARD_NEARLY_CROSSED,
    /** A balancing measure crossed its guard. */
    @JsonProperty("guard_crossed")
    GUARD_CROSSED
}
