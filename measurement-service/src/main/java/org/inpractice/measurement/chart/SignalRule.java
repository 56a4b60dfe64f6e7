package org.inpractice.measurement.chart;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that can fire. Its threshold and source stand where it is judged. */
@Schema(name = "ChartSignalRule")
public enum SignalRule {
    /** A run longer than chance allows (Anhøj). */
    @JsonProperty("long_run")
    LONG_RUN,
    /** Fewer crossings of the centre than chance allows (Anhøj). */
    @JsonProperty("few_crossings")
    FEW_CROSSINGS,
    /** Six or more useful points on one side (Perla). */
    @JsonProperty("shift")
    SHIFT,
    /** Five or more points all rising or all falling (Perla). */
    @JsonProperty("trend")
    TREND,
    /** Fewer runs than the runs table allows (Perla). */
    @JsonProperty("too_few_runs")
    TOO_FEW_RUNS,
    /** More runs than the runs table allows (Perla). */
    @JsonProperty("too_many_runs")
    TOO_MANY_RUNS,
    /** A person marked the point as obviously different (Perla). */
    @JsonProperty("astronomical_point")
    ASTRONOMICAL_POINT,
    /** A point strictly outside its limits (Shewhart). */
    @JsonProperty("outside_limits")
    OUTSIDE_LIMITS,
    /** Seven points all rising or all falling (Making Data Count). */
    @JsonProperty("seven_point_trend")
    SEVEN_POINT_TREND,
    /** Two of three points near one limit (Making Data Count). */
    @JsonProperty("two_of_three")
    TWO_OF_THREE,
    /** Seven points on one side of the centre (Making Data Count). */
    @JsonProperty("seven_points_one_side")
    SEVEN_POINTS_ONE_SIDE
}
