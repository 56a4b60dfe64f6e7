package org.inpractice.cycles.idea;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an idea stands in the library. */
public enum IdeaState {
    /** It may be tested. */
    @JsonProperty("active")
    ACTIVE,
    /** It shall not be tested any more. */
    @JsonProperty("retired")
    RETIRED,
    /** It is the same as another one. */
    @JsonProperty("merged")
    MERGED,
    /** A plan named it, and nobody has said yet why it may work. */
    @JsonProperty("unwarranted")
    UNWARRANTED
}
