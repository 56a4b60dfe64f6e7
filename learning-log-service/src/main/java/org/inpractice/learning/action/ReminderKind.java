package org.inpractice.learning.action;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody is reminded of an action. */
public enum ReminderKind {
    /** It is due soon. */
    @JsonProperty("before_due")
    BEFORE_DUE,
    /** It is due today. */
    @JsonProperty("due")
    DUE,
    /** Its day has passed, for so many weeks begun. */
    @JsonProperty("overdue")
    OVERDUE
}
