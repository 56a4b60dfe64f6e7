package org.inpractice.cycles.team;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.CalendarDay;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.PlainText;
import org.inpractice.cycles.team.TeamCommand.FormTeam;
import org.inpractice.cycles.team.TeamCommand.NewMember;

/** The bodies of the commands on teams. */
final class TeamRequests {
    private TeamRequests() {}

    /** A team to be formed. */
    @Schema(name = "TeamToForm")
    record TeamToForm(
            @Schema(examples = "Attendance team, Garfield Elementary")
            @NotBlank(message = "Give the team a name.")
            @Size(max = 200, message = "Name it in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String name,

            @Schema(examples = "Fewer children absent, fewer days each")
            @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String purpose,

            @Schema(examples = "2025-08-11", description = "Today when absent.") @CalendarDay
            LocalDate formedOn,

            @Size(max = 200, message = "Name at most 200 people.")
            List<@NotNull(message = "Leave out empty members.") @Valid NewTeamMember> members,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        FormTeam command(UUID teamId, LocalDate day, LocalDate today) {
            LocalDate formed = formedOn == null ? day : formedOn;
            List<NewMember> joining = members == null
                    ? List.of()
                    : members.stream().map(member -> member.from(formed)).toList();
            return new FormTeam(teamId, name.strip(), purpose, formed, joining, today);
        }
    }

    /** Somebody who joins. */
    @Schema(name = "NewTeamMember")
    record NewTeamMember(
            @Schema(examples = "Dana Reyes", description = "As the district writes it, always the same way.")
            @NotBlank(message = "Name the person as the district writes it.")
            @Size(max = 200, message = "Name the person in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String person,

            @NotNull(message = "Say what the person does in the team: sponsor, lead, member or coach.")
            TeamRole role,

            @Schema(examples = "2025-08-11", description = "The day of forming, or today, when absent.") @CalendarDay
            LocalDate since,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        NewMember from(LocalDate day) {
            return new NewMember(Person.written(person), role, since == null ? day : since);
        }
    }

    /** Another name or purpose. */
    @Schema(name = "TeamRenaming")
    record TeamRenaming(
            @Schema(examples = "Attendance and belonging team")
            @NotBlank(message = "Give the team a name.")
            @Size(max = 200, message = "Name it in at most 200 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String name,

            @Size(min = 1, max = 2_000, message = "Say it in 1 to 2,000 characters, or leave it out.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String purpose,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** Somebody leaves. */
    @Schema(name = "TeamDeparture")
    record TeamDeparture(
            @Schema(
                    examples = "2026-02-02",
                    description = "The first day on which the person is not in the team any more; today when absent.")
            @CalendarDay
            LocalDate leftOn,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}

    /** A team ends. */
    @Schema(name = "TeamDisbandment")
    record TeamDisbandment(
            @Schema(examples = "The aim is reached")
            @NotBlank(message = "Say why the team works together no more.")
            @Size(max = 2_000, message = "Say it in at most 2,000 characters.")
            @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
            String reason,

            @Schema(examples = "2026-06-12", description = "Today when absent.") @CalendarDay
            LocalDate disbandedOn,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {}
}
