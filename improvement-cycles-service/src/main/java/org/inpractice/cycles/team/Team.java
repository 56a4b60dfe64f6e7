package org.inpractice.cycles.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.Person;

/**
 * A team with everybody who is or was in it.
 *
 * @param purpose what it works on, or null
 * @param members one entry for each time somebody was in it in one role, in the order they joined
 * @param disbandedOn null while it works together
 */
public record Team(
        UUID teamId,
        String name,
        String purpose,
        LocalDate formedOn,
        List<Membership> members,
        LocalDate disbandedOn,
        String disbandedBecause) {
    /** Copies the members. */
    public Team {
        members = members == null ? List.of() : List.copyOf(members);
    }

    /**
     * A person in a role for a time.
     *
     * @param since the first day
     * @param leftOn the first day on which that was over; null while it is not
     */
    public record Membership(String person, TeamRole role, LocalDate since, LocalDate leftOn) {
        Membership until(LocalDate day) {
            return new Membership(person, role, since, day);
        }
    }

    /** Where somebody is in it who has not left. */
    Optional<Membership> present(String person) {
        return members.stream()
                .filter(member -> member.leftOn() == null && Person.same(member.person(), person))
                .findFirst();
    }

    Team with(String newName, String newPurpose) {
        return new Team(teamId, newName, newPurpose, formedOn, members, disbandedOn, disbandedBecause);
    }

    Team with(List<Membership> newMembers) {
        return new Team(teamId, name, purpose, formedOn, newMembers, disbandedOn, disbandedBecause);
    }

    Team disbanded(LocalDate day, String reason) {
        return new Team(teamId, name, purpose, formedOn, members, day, reason);
    }
}
