package org.inpractice.learning.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why an event happened.
 *
 * @param event the event asked for
 * @param causes what led to it, the nearest cause first, through all services
 * @param end how the chain ends
 * @param endedAt the cause that could not be followed; absent when the chain ends at its root
 */
@Schema(name = "CausalChain")
public record CausalChain(HistoryEntry event, List<HistoryEntry> causes, End end, UUID endedAt) {
    /** Copies the list. */
    public CausalChain {
        causes = List.copyOf(causes);
    }

    /** How a chain of causes ends. */
    public enum End {
        /** With an event that no other led to: somebody did something, or the clock. */
        @JsonProperty("root")
        ROOT,
        /** With a cause that has not arrived here, or was not recorded yet at {@code asOf}. */
        @JsonProperty("missing")
        MISSING,
        /** The chain is longer than one answer; ask for the why of the last cause. */
        @JsonProperty("too_long")
        TOO_LONG,
        /** With a cause that is already in the chain. No service of ours writes one. */
        @JsonProperty("loop")
        LOOP
    }
}
