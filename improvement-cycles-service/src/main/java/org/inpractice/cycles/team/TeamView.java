package org.inpractice.cycles.team;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.team.Team.Membership;

/**
 * A team as readers see it.
 *
 * @param members who is in it
 * @param former who was, and until when; also in another role
 * @param version its version, also the {@code ETag}
 * @param changedAt when the service last learned of a change
 */
@Schema(name = "Team")
record TeamView(
        UUID teamId,
        String name,
        String purpose,
        LocalDate formedOn,
        List<Membership> members,
        List<Membership> former,
        LocalDate disbandedOn,
        String disbandedBecause,
        long version,
        Instant changedAt) {
    static TeamView of(Known<Team> known) {
        Team team = known.state();
        return new TeamView(
                team.teamId(),
                team.name(),
                team.purpose(),
                team.formedOn(),
                team.members().stream()
                        .filter(member -> member.leftOn() == null)
                        .toList(),
                team.members().stream()
                        .filter(member -> member.leftOn() != null)
                        .toList(),
                team.disbandedOn(),
                team.disbandedBecause(),
                known.version(),
                known.changedAt());
    }
}
