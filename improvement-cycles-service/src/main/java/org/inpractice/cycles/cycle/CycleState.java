package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a cycle stands: plan, do, study, act. */
public enum CycleState {
    /** The plan is open; prediction and measures may still be missing. */
    @JsonProperty("planned")
    PLANNED,
    /** The change is being tried; the plan is fixed. */
    @JsonProperty("started")
    STARTED,
    /** What happened has been compared with what was predicted. */
    @JsonProperty("studied")
    STUDIED,
    /** Adopted, adapted or abandoned; the cycle is over. */
    @JsonProperty("decided")
    DECIDED
}
