package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a failure has come, as lists show and filter it. */
public enum FailureState {
    /** Told of. */
    @JsonProperty("reported")
    REPORTED,
    /** Somebody has said that it will be reviewed. */
    @JsonProperty("triaged")
    TRIAGED,
    /** The review is being written. */
    @JsonProperty("in_review")
    IN_REVIEW,
    /** Looked at together. */
    @JsonProperty("reviewed")
    REVIEWED,
    /** Learned and done. */
    @JsonProperty("closed")
    CLOSED,
    /** There is nothing to review, for a reason. */
    @JsonProperty("dismissed")
    DISMISSED
}
