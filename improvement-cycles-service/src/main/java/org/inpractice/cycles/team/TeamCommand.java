package org.inpractice.cycles.team;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What somebody wants with a team. {@code today} is the latest day that has begun anywhere. */
sealed interface TeamCommand {
    /** Somebody who joins. */
    record NewMember(String person, TeamRole role, LocalDate since) {}

    /** Begin to work together; {@code members} with their days filled in. */
    record FormTeam(
            UUID teamId, String name, String purpose, LocalDate formedOn, List<NewMember> members, LocalDate today)
            implements TeamCommand {}

    /** Give it another name or purpose. */
    record RenameTeam(String name, String purpose) implements TeamCommand {}

    /** Take somebody in, or give somebody another role. */
    record AddMember(NewMember member, LocalDate today) implements TeamCommand {}

    /** Somebody leaves. */
    record LeaveTeam(String person, LocalDate leftOn, LocalDate today) implements TeamCommand {}

    /** End it. */
    record DisbandTeam(LocalDate disbandedOn, String reason, LocalDate today) implements TeamCommand {}
}
