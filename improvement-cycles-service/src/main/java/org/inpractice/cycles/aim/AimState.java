package org.inpractice.cycles.aim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether an aim is pursued. */
public enum AimState {
    /** It is. */
    @JsonProperty("active")
    ACTIVE,
    /** It is no more. */
    @JsonProperty("retired")
    RETIRED,
    /** It is, as a part of another one. */
    @JsonProperty("merged")
    MERGED
}
