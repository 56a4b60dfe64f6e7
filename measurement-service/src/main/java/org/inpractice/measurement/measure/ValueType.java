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
    COUNT;

    /** Whether numbers of this form count people, unless the measure says otherwise: rates and counts do. */
    static boolean countsPeople(ValueType form, Boolean told) {
        return told == null ? form != VALUE : told;
    }
}
