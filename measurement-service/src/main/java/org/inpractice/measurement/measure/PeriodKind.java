package org.inpractice.measurement.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How often a measure is observed. */
public enum PeriodKind {
    /** Every day: {@code 2025-09-15}. */
    @JsonProperty("day")
    DAY,
    /** Every ISO week: {@code 2025-W38}. */
    @JsonProperty("week")
    WEEK,
    /** Every month: {@code 2025-09}. */
    @JsonProperty("month")
    MONTH,
    /** Every term, a quarter of the school year: {@code 2024-25/T1}. */
    @JsonProperty("term")
    TERM,
    /** Every school year: {@code 2024-25}. */
    @JsonProperty("school_year")
    SCHOOL_YEAR
}
