package org.inpractice.learning.action;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an action stands. */
@org.eclipse.microprofile.openapi.annotations.media.Schema(name = "ActionStateNow")
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
