package org.inpractice.cycles.driver;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a driver stands in the theory. */
public enum DriverState {
    /** The district holds it for one. */
    @JsonProperty("active")
    ACTIVE,
    /** It does no more. */
    @JsonProperty("retired")
    RETIRED,
    /** It is the same as another one. */
    @JsonProperty("merged")
    MERGED
}
