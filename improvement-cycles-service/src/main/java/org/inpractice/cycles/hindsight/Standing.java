package org.inpractice.cycles.hindsight;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a decision looks in the light of what is known today. */
public enum Standing {
    /** Today's verdict would lead to it again. */
    @JsonProperty("stands")
    STANDS,
    /** It was supported when it was made, and is not any more. */
    @JsonProperty("no_longer_supported")
    NO_LONGER_SUPPORTED,
    /** Today's verdict speaks for the opposite. */
    @JsonProperty("contradicted")
    CONTRADICTED,
    /** Nothing speaks for it, and nothing ever did. */
    @JsonProperty("unsupported")
    UNSUPPORTED,
    /** Today's data cannot tell. */
    @JsonProperty("cannot_tell")
    CANNOT_TELL
}
