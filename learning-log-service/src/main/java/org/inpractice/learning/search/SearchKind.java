package org.inpractice.learning.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a text is. */
public enum SearchKind {
    /** A report of a failure or near-failure. */
    @JsonProperty("report")
    REPORT,
    /** Its review. */
    @JsonProperty("review")
    REVIEW,
    /** One lesson of a review. */
    @JsonProperty("lesson")
    LESSON,
    /** The study of a cycle. */
    @JsonProperty("study")
    STUDY
}
