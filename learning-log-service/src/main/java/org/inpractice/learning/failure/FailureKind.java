package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether harm was done, or only nearly. Both teach, and near-failures come more often. */
public enum FailureKind {
    /** It went wrong. */
    @JsonProperty("failure")
    FAILURE,
    /** It would have gone wrong, had something or somebody not kept it from it. */
    @JsonProperty("near_failure")
    NEAR_FAILURE
}
