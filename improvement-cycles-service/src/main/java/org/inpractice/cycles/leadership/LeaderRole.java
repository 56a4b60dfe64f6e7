package org.inpractice.cycles.leadership;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * In which role somebody is asked to a leadership review. The list is our choice, after the offices of a California school
 * district.
 */
public enum LeaderRole {
    /** The superintendent. */
    @JsonProperty("superintendent")
    SUPERINTENDENT(true),
    /** A member of the cabinet: assistant superintendents, chiefs, directors. */
    @JsonProperty("cabinet")
    CABINET(true),
    /** A member of the board. */
    @JsonProperty("board")
    BOARD(true),
    /** A principal. */
    @JsonProperty("principal")
    PRINCIPAL(true),
    /** Who leads improvement teams. */
    @JsonProperty("improvement_lead")
    IMPROVEMENT_LEAD(false),
    /** Who knows the data. */
    @JsonProperty("data_lead")
    DATA_LEAD(false),
    /** A teacher or another member of staff. */
    @JsonProperty("staff")
    STAFF(false),
    /** A family member, a student representative, somebody of the community. */
    @JsonProperty("community")
    COMMUNITY(false),
    /** Somebody of a county office or another partner. */
    @JsonProperty("partner")
    PARTNER(false);

    private final boolean leads;

    LeaderRole(boolean leads) {
        this.leads = leads;
    }

    /** Whether somebody in this role can take away what stands in a team's way. */
    boolean leads() {
        return leads;
    }
}
