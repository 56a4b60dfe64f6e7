package org.inpractice.measurement.observation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an observation that was sent. */
public enum RecordingOutcome {
    /** The first word about its period. */
    @JsonProperty("recorded")
    RECORDED,
    /** Something else had been told before; now this stands. */
    @JsonProperty("corrected")
    CORRECTED,
    /** The same had been told before; no event. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** Refused; the problem says why. */
    @JsonProperty("rejected")
    REJECTED
}
