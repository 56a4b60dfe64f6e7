package org.inpractice.cycles.cycle;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a cycle stands: plan, do, study, act; or on hold, or given up. */
public enum CycleState {
    /** The plan is open; prediction and measures may still be missing. */
    @JsonProperty("planned")
    PLANNED,
    /** The change is being tried; the plan is fixed. */
    @JsonProperty("started")
    STARTED,
    /** Trying is on hold; it goes on when somebody resumes it. */
    @JsonProperty("paused")
    PAUSED,
    /** What happened has been compared with what was predicted. */
    @JsonProperty("studied")
    STUDIED,
    /** Adopted, adapted or abandoned; the cycle is over. */
    @JsonProperty("decided")
    DECIDED,
    /** Given up without a decision on the idea; nothing but reading is left. */
    @JsonProperty("cancelled")
    CANCELLED
}
