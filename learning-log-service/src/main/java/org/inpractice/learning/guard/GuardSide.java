package org.inpractice.learning.guard;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On which side of its value a guard keeps a measure. */
public enum GuardSide {
    /** The measure shall not rise above the value. */
    @JsonProperty("not_above")
    NOT_ABOVE,
    /** The measure shall not fall below the value. */
    @JsonProperty("not_below")
    NOT_BELOW
}
