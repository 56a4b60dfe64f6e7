package org.inpractice.cycles.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How strong the evidence for an idea is: the four levels of evidence-based activities in the Every Student Succeeds Act (20
 * U.S.C. 7801(21)(A)), and a fifth of our own below them, because most ideas of those who do the work begin there.
 */
public enum Strength {
    /** At least one well-designed and well-implemented experimental study. */
    @JsonProperty("strong")
    STRONG,
    /** At least one well-designed and well-implemented quasi-experimental study. */
    @JsonProperty("moderate")
    MODERATE,
    /** At least one well-designed and well-implemented correlational study with statistical controls for selection bias. */
    @JsonProperty("promising")
    PROMISING,
    /** High-quality research findings or positive evaluation make it likely, and its effects are being examined. */
    @JsonProperty("rationale")
    RATIONALE,
    /** Nothing but what those who do the work have seen. */
    @JsonProperty("experience")
    EXPERIENCE
}
