package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a change idea after a test of it. */
public enum Decision {
    /** It works: make it the standard. */
    @JsonProperty("adopt")
    ADOPT,
    /** It works in part: change it and test again. */
    @JsonProperty("adapt")
    ADAPT,
    /** It does not work. */
    @JsonProperty("abandon")
    ABANDON
}
