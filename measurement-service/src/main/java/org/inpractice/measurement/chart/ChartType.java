package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which chart a series is drawn as. The formulas and their sources stand where they are computed. */
public enum ChartType {
    /** Run chart: the median and no limits. */
    @JsonProperty("run")
    RUN,
    /** Individual values (XmR): the mean and limits from moving ranges. */
    @JsonProperty("i")
    I,
    /** Moving ranges: what the limits of individual values rest on. */
    @JsonProperty("moving_range")
    MOVING_RANGE,
    /** Proportions of items, binomial limits. */
    @JsonProperty("p")
    P,
    /** Proportions with Laney's allowance for more, or less, variation than binomial. */
    @JsonProperty("p_prime")
    P_PRIME,
    /** Rates of counts per area of opportunity, Poisson limits. */
    @JsonProperty("u")
    U,
    /** Rates with Laney's allowance for more, or less, variation than Poisson. */
    @JsonProperty("u_prime")
    U_PRIME,
    /** Counts of equal areas of opportunity, Poisson limits. */
    @JsonProperty("c")
    C,
    /** Means of subgroups, limits from the spread within them. */
    @JsonProperty("xbar")
    XBAR,
    /** Standard deviations of subgroups. */
    @JsonProperty("s")
    S,
    /** Times between rare events. */
    @JsonProperty("t")
    T,
    /** Counts of items between rare events, geometric limits. */
    @JsonProperty("g")
    G;

    /** Whether points have limits; the run chart alone has none. */
    public boolean hasLimits() {
        return this != RUN;
    }

    /** Whether the limits rest on moving ranges, which can be screened; those of moving ranges themselves never are. */
    public boolean usesMovingRanges() {
        return switch (this) {
            case I, P_PRIME, U_PRIME, T -> true;
            case RUN, MOVING_RANGE, P, U, C, XBAR, S, G -> false;
        };
    }
}
