package org.inpractice.cycles.fidelity;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a feature of the method shows in a cycle. */
public enum Outcome {
    /** It does. */
    @JsonProperty("met")
    MET,
    /** It does not, and what has happened cannot be undone. */
    @JsonProperty("not_met")
    NOT_MET,
    /** The step has not been taken, or the events cannot tell. */
    @JsonProperty("not_yet_knowable")
    NOT_YET_KNOWABLE,
    /** The method does not ask for it here. */
    @JsonProperty("not_asked")
    NOT_ASKED
}
