package org.inpractice.learning.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a prompt. */
public enum PromptState {
    /** Nobody has answered it. */
    @JsonProperty("open")
    OPEN,
    /** A report answers it; its review is the learning. */
    @JsonProperty("answered")
    ANSWERED,
    /** Somebody said why there is nothing to learn from it. */
    @JsonProperty("dismissed")
    DISMISSED
}
