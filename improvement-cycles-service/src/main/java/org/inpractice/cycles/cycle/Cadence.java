package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often data is collected: the words of a measure's period. */
public enum Cadence {
    /** Each school day. */
    @JsonProperty("day")
    DAY,
    /** Each week. */
    @JsonProperty("week")
    WEEK,
    /** Each month. */
    @JsonProperty("month")
    MONTH,
    /** Each term. */
    @JsonProperty("term")
    TERM,
    /** Once a year. */
    @JsonProperty("school_year")
    SCHOOL_YEAR
}
