package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a failure has come, as lists show and filter it. */
public enum FailureState {
    /** Told of; the review is still to come. */
    @JsonProperty("reported")
    REPORTED,
    /** Looked at together. */
    @JsonProperty("reviewed")
    REVIEWED
}
