package org.inpractice.learning.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an event led to.
 *
 * @param event the event asked for
 * @param effects what it led to directly, each with what that led to; by recordedAt, source, districtSeq
 * @param next the cursor of its further direct effects; absent when all are here
 */
@Schema(name = "CausalTree")
public record CausalTree(HistoryEntry event, List<Node> effects, String next) {
    /** Copies the list. */
    public CausalTree {
        effects = List.copyOf(effects);
    }

    /**
     * One effect.
     *
     * @param effects what it led to in turn
     * @param next the cursor of its further direct effects, for its own {@code /effects}; absent when all are here
     * @param cut why nothing is said of what it led to; absent when {@code effects} says all
     */
    @Schema(name = "CausalEffect")
    public record Node(HistoryEntry event, List<Node> effects, String next, Cut cut) {
        /** Copies the list. */
        public Node {
            effects = List.copyOf(effects);
        }
    }

    /** Why a branch ends before its effects do. */
    public enum Cut {
        /** It has effects, deeper than asked for or more than one answer holds; ask for its own. */
        @JsonProperty("deeper")
        DEEPER,
        /** It stands in the tree already. No service of ours writes such a thing. */
        @JsonProperty("loop")
        LOOP
    }
}
