package org.inpractice.cycles.team;

import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What happens to a team. */
public sealed interface TeamEvent {
    /** The team. */
    UUID teamId();

    /** People agreed to work together. Who they are follows in events of its own. */
    @EventType(name = "improvement.team.formed")
    record TeamFormed(UUID teamId, String name, String purpose, LocalDate formedOn) implements TeamEvent {}

    /** It goes by another name or purpose. */
    @EventType(name = "improvement.team.renamed")
    record TeamRenamed(UUID teamId, String name, String purpose) implements TeamEvent {}

    /** Somebody is in it from a day on; for one who is in it already, the role is another from that day on. */
    @EventType(name = "improvement.team.member-joined")
    record MemberJoined(UUID teamId, String person, TeamRole role, LocalDate since) implements TeamEvent {}

    /** Somebody is in it no more, from that day on. */
    @EventType(name = "improvement.team.member-left")
    record MemberLeft(UUID teamId, String person, LocalDate leftOn) implements TeamEvent {}

    /** It works together no more. */
    @EventType(name = "improvement.team.disbanded")
    record TeamDisbanded(UUID teamId, LocalDate disbandedOn, String reason) implements TeamEvent {}
}
