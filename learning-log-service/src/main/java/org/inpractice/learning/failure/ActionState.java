package org.inpractice.learning.failure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an action stands today. */
public enum ActionState {
    /** Not done; as a filter it includes what is overdue. */
    @JsonProperty("open")
    OPEN,
    /** Not done, and its day has passed wherever the district lies. */
    @JsonProperty("overdue")
    OVERDUE,
    /** Done. */
    @JsonProperty("done")
    DONE
}
