package org.inpractice.measurement.observation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a district says about a period: three different things, none of which is a zero. */
public enum ObservationStatus {
    /** Here is the number. */
    @JsonProperty("reported")
    REPORTED,
    /** There is a number, but of so small a group that it is not told. */
    @JsonProperty("suppressed")
    SUPPRESSED,
    /** There is no number. */
    @JsonProperty("not_reported")
    NOT_REPORTED
}
