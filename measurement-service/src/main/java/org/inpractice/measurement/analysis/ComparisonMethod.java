package org.inpractice.measurement.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a time before is compared with a time after. */
public enum ComparisonMethod {
    /** Chosen from the data, by a documented rule. */
    @JsonProperty("automatic")
    AUTOMATIC("Chosen from the data"),
    /** Means of values. */
    @JsonProperty("welch")
    WELCH("Welch's t test and interval"),
    /** Proportions. */
    @JsonProperty("two_proportions")
    TWO_PROPORTIONS("Newcombe's score interval and Pearson's chi-squared without continuity correction"),
    /** Ranks of values. */
    @JsonProperty("mann_whitney")
    MANN_WHITNEY("Mann–Whitney test and Hodges–Lehmann estimate"),
    /** A series with a change in it. */
    @JsonProperty("segmented_regression")
    SEGMENTED_REGRESSION("Segmented regression by ordinary least squares");

    private final String title;

    ComparisonMethod(String title) {
        this.title = title;
    }

    /** Its name among statisticians. */
    public String title() {
        return title;
    }
}
