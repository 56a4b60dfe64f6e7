package org.inpractice.cycles.theory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is missing in a theory, and what to do about it. The order is that of the report. */
public enum OrphanKind {
    /** Nobody could see whether the aim is reached. */
    @JsonProperty("aim_without_outcome_measure")
    AIM_WITHOUT_OUTCOME_MEASURE(
            "Define the measure in measurement-service (POST measures), or revise the aim to one that is defined: without"
                    + " numbers nobody sees whether the aim is reached."),
    /** Nobody has said what drives it. */
    @JsonProperty("aim_without_driver")
    AIM_WITHOUT_DRIVER(
            "Add at least one primary driver (POST drivers): without a theory of what drives the aim, ideas are tried at"
                    + " random."),
    /** Nobody answers for it. */
    @JsonProperty("driver_without_owner")
    DRIVER_WITHOUT_OWNER("Name an owner (PUT drivers/{id}): what nobody owns is not done."),
    /** Nobody could see whether it moves. */
    @JsonProperty("driver_without_measure")
    DRIVER_WITHOUT_MEASURE(
            "Link a measure (PUT drivers/{id}): a driver that is not measured can neither be confirmed nor given up."),
    /** It waits. */
    @JsonProperty("idea_nobody_tests")
    IDEA_NOBODY_TESTS("Plan a first, small cycle (POST cycles with this changeIdeaId), or retire the idea."),
    /** Somebody tries what nobody has given a reason for. */
    @JsonProperty("cycle_on_no_known_idea")
    CYCLE_ON_NO_KNOWN_IDEA(
            "Put the idea into the library with its warrant (PUT change-ideas/{changeIdeaId} with If-Match: \"0\"): a test"
                    + " teaches most when it is known why the idea should work."),
    /** Who owned it is gone. */
    @JsonProperty("owner_has_left")
    OWNER_HAS_LEFT("Name an owner who is still there, or let the owner join a team again.");

    private final String whatToDo;

    OrphanKind(String whatToDo) {
        this.whatToDo = whatToDo;
    }

    /** What to do about it. */
    public String whatToDo() {
        return whatToDo;
    }
}
