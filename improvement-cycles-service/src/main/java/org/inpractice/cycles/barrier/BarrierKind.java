package org.inpractice.cycles.barrier;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What kind of thing stands in the way. The first four are the barriers that Hough, Willis, Grunow and others name in
 * <cite>Continuous Improvement in Practice</cite> (PACE, 2017); the others are our choice, so that a district can count
 * what else it meets.
 */
public enum BarrierKind {
    /** Nobody can tell what improvement work looks like when it is done well. */
    @JsonProperty("unclear_practice")
    UNCLEAR_PRACTICE,
    /** Too few people who know how to lead a test. */
    @JsonProperty("staff_capacity")
    STAFF_CAPACITY,
    /** Too many priorities at once. */
    @JsonProperty("competing_priorities")
    COMPETING_PRIORITIES,
    /** Data that is missing, late or not to be trusted. */
    @JsonProperty("data")
    DATA,
    /** No hours for it. */
    @JsonProperty("time")
    TIME,
    /** No money for it. */
    @JsonProperty("money")
    MONEY,
    /** A rule, a contract or a law. */
    @JsonProperty("policy_or_contract")
    POLICY_OR_CONTRACT,
    /** A system that cannot do it. */
    @JsonProperty("technology")
    TECHNOLOGY,
    /** People who were not asked, or do not want it. */
    @JsonProperty("consent_of_those_affected")
    CONSENT_OF_THOSE_AFFECTED,
    /** Anything else, in the district's own words. */
    @JsonProperty("other")
    OTHER
}
