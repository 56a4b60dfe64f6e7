package org.inpractice.cycles.team;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person does in a team. */
public enum TeamRole {
    /** Has the authority to remove barriers, and is asked to. */
    @JsonProperty("sponsor")
    SPONSOR,
    /** Leads the work from day to day. */
    @JsonProperty("lead")
    LEAD,
    /** Works in it. */
    @JsonProperty("member")
    MEMBER,
    /** Helps with the method. */
    @JsonProperty("coach")
    COACH
}
