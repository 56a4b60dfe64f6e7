package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of a district a test takes in, from small to large. */
public enum Scope {
    /** One classroom, one group, one teacher. */
    @JsonProperty("classroom")
    CLASSROOM,
    /** One school or office. */
    @JsonProperty("site")
    SITE,
    /** More than one. */
    @JsonProperty("several_sites")
    SEVERAL_SITES,
    /** All of them. */
    @JsonProperty("district")
    DISTRICT
}
