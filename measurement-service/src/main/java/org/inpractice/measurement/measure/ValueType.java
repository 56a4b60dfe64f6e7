package org.inpractice.measurement.measure;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The form that the observations of a measure have. */
public enum ValueType {
    /** One number. */
    @JsonProperty("value")
    VALUE,
    /** A numerator and a denominator. */
    @JsonProperty("rate")
    RATE,
    /** A count. */
    @JsonProperty("count")
    COUNT
}
