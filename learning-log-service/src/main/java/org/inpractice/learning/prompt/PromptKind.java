package org.inpractice.learning.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As what a prompt's cause would be reported. */
public enum PromptKind {
    /** Something went wrong. */
    @JsonProperty("failure")
    FAILURE,
    /** It nearly did. */
    @JsonProperty("near_failure")
    NEAR_FAILURE
}
