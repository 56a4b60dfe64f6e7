package org.inpractice.cycles.idea;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a change idea. */
public sealed interface IdeaEvent {
    /** Somebody put it into the library, with its warrant. Its JSON is the idea's. */
    @EventType(name = "improvement.change-idea.proposed")
    record IdeaProposed(@JsonValue IdeaContent idea) implements IdeaEvent {
        /** Its JSON is the idea's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public IdeaProposed {}
    }

    /** It is put differently; all of it, as it is from now on. Its JSON is the idea's. */
    @EventType(name = "improvement.change-idea.revised")
    record IdeaRevised(@JsonValue IdeaContent idea) implements IdeaEvent {
        /** Its JSON is the idea's. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public IdeaRevised {}
    }

    /** It shall not be tested any more. */
    @EventType(name = "improvement.change-idea.retired")
    record IdeaRetired(UUID changeIdeaId, String reason) implements IdeaEvent {}

    /** It is the same as another one; its tests are tests of that one. */
    @EventType(name = "improvement.change-idea.merged")
    record IdeaMerged(UUID changeIdeaId, UUID intoChangeIdeaId, String reason) implements IdeaEvent {}

    /** Other districts may find it, with its warrant, its standard work and counts of its decisions. */
    @EventType(name = "improvement.change-idea.shared")
    record IdeaShared(UUID changeIdeaId) implements IdeaEvent {}

    /** They may not any more. */
    @EventType(name = "improvement.change-idea.sharing-withdrawn")
    record SharingWithdrawn(UUID changeIdeaId, String reason) implements IdeaEvent {}
}
