package org.inpractice.cycles.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.team.Team.Membership;
import org.inpractice.cycles.team.TeamCommand.AddMember;
import org.inpractice.cycles.team.TeamCommand.DisbandTeam;
import org.inpractice.cycles.team.TeamCommand.FormTeam;
import org.inpractice.cycles.team.TeamCommand.LeaveTeam;
import org.inpractice.cycles.team.TeamCommand.NewMember;
import org.inpractice.cycles.team.TeamCommand.RenameTeam;
import org.inpractice.cycles.team.TeamEvent.MemberJoined;
import org.inpractice.cycles.team.TeamEvent.MemberLeft;
import org.inpractice.cycles.team.TeamEvent.TeamDisbanded;
import org.inpractice.cycles.team.TeamEvent.TeamFormed;
import org.inpractice.cycles.team.TeamEvent.TeamRenamed;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/** People join a team in one role each, and leave it on a day; a team that is disbanded stays as it was. */
public final class TeamDecider implements Decider<TeamCommand, Optional<Team>, TeamEvent> {
    @Override
    public Optional<Team> initialState() {
        return Optional.empty();
    }

    @Override
    public List<TeamEvent> decide(TeamCommand command, Optional<Team> found) {
        if (command instanceof FormTeam form) {
            return form(form, found);
        }
        Team team = found.orElseThrow(() ->
                new Refusal(TeamRule.TEAM_NOT_FORMED, "Form the team first, or look its id up in the list of teams."));
        if (team.disbandedOn() != null) {
            throw new Refusal(
                    TeamRule.TEAM_IS_DISBANDED,
                    "Form another team: what this one did stays under the name and people it had.");
        }
        return switch (command) {
            case FormTeam form -> form(form, found);
            case RenameTeam rename -> rename(rename, team);
            case AddMember add -> {
                refuseFuture(add.member().since(), add.today(), "since");
                yield join(team.teamId(), add.member(), team, "since");
            }
            case LeaveTeam leave -> leave(leave, team);
            case DisbandTeam disband -> disband(disband, team);
        };
    }

    private static List<TeamEvent> form(FormTeam form, Optional<Team> team) {
        if (team.isPresent()) {
            throw new Refusal(TeamRule.TEAM_ALREADY_FORMED, "Rename it, or form another team.");
        }
        refuseFuture(form.formedOn(), form.today(), "formedOn");
        List<TeamEvent> events = new ArrayList<>();
        TeamFormed formed = new TeamFormed(form.teamId(), form.name(), form.purpose(), form.formedOn());
        events.add(formed);
        Team sofar = team(formed);
        for (NewMember member : form.members()) {
            if (sofar.present(member.person()).isPresent()) {
                throw new Refusal(
                        TeamRule.PERSON_NAMED_TWICE,
                        "members",
                        "Name each person once, with the one role they have in this team.");
            }
            refuseFuture(member.since(), form.today(), "members");
            for (TeamEvent joined : join(form.teamId(), member, sofar, "members")) {
                events.add(joined);
                sofar = after(sofar, joined);
            }
        }
        return events;
    }

    private static List<TeamEvent> rename(RenameTeam rename, Team team) {
        TeamRenamed renamed = new TeamRenamed(team.teamId(), rename.name(), rename.purpose());
        return renamed.equals(new TeamRenamed(team.teamId(), team.name(), team.purpose()))
                ? List.of()
                : List.of(renamed);
    }

    private static List<TeamEvent> join(UUID teamId, NewMember member, Team team, String field) {
        refuseBefore(member.since(), team.formedOn(), field, "the day on which the team was formed");
        Optional<Membership> present = team.present(member.person());
        if (present.isPresent()) {
            if (present.get().role() == member.role()) {
                return List.of();
            }
            refuseBefore(member.since(), present.get().since(), field, "the day on which they took their present role");
        }
        for (Membership former : team.members()) {
            if (former.leftOn() != null && Person.same(former.person(), member.person())) {
                refuseBefore(member.since(), former.leftOn(), field, "the day on which they left");
            }
        }
        return List.of(new MemberJoined(teamId, member.person(), member.role(), member.since()));
    }

    private static List<TeamEvent> leave(LeaveTeam leave, Team team) {
        Membership member = team.present(leave.person())
                .orElseThrow(() -> new Refusal(
                        TeamRule.PERSON_NOT_IN_TEAM,
                        "Send the name as the team's list of members has it; who has left already need not leave"
                                + " again."));
        refuseFuture(leave.leftOn(), leave.today(), "leftOn");
        refuseBefore(leave.leftOn(), member.since(), "leftOn", "the day since which they are in the team");
        return List.of(new MemberLeft(team.teamId(), member.person(), leave.leftOn()));
    }

    private static List<TeamEvent> disband(DisbandTeam disband, Team team) {
        refuseFuture(disband.disbandedOn(), disband.today(), "disbandedOn");
        refuseBefore(disband.disbandedOn(), team.formedOn(), "disbandedOn", "the day on which the team was formed");
        return List.of(new TeamDisbanded(team.teamId(), disband.disbandedOn(), disband.reason()));
    }

    @Override
    public Optional<Team> evolve(Optional<Team> team, TeamEvent event) {
        return Optional.of(event instanceof TeamFormed formed ? team(formed) : after(team.orElseThrow(), event));
    }

    private static Team team(TeamFormed formed) {
        return new Team(formed.teamId(), formed.name(), formed.purpose(), formed.formedOn(), List.of(), null, null);
    }

    private static Team after(Team team, TeamEvent event) {
        return switch (event) {
            case TeamFormed formed -> team(formed);
            case TeamRenamed renamed -> team.with(renamed.name(), renamed.purpose());
            case MemberJoined joined -> {
                List<Membership> members = without(team, joined.person(), joined.since());
                members.add(new Membership(joined.person(), joined.role(), joined.since(), null));
                yield team.with(members);
            }
            case MemberLeft left -> team.with(without(team, left.person(), left.leftOn()));
            case TeamDisbanded disbanded -> team.disbanded(disbanded.disbandedOn(), disbanded.reason());
        };
    }

    /** Everybody, with one person's present time in the team ended. */
    private static List<Membership> without(Team team, String person, LocalDate day) {
        List<Membership> members = new ArrayList<>();
        for (Membership member : team.members()) {
            boolean ends = member.leftOn() == null && Person.same(member.person(), person);
            members.add(ends ? member.until(day) : member);
        }
        return members;
    }

    private static void refuseFuture(LocalDate day, LocalDate today, String field) {
        if (day.isAfter(today)) {
            throw new Refusal(
                    TeamRule.DATE_IN_THE_FUTURE,
                    field,
                    "Send it when the day has come: a roster says who is there, not who will be.");
        }
    }

    private static void refuseBefore(LocalDate day, LocalDate earliest, String field, String step) {
        if (day.isBefore(earliest)) {
            throw new Refusal(TeamRule.DATES_OUT_OF_ORDER, field, "Send a day on or after " + step + ".");
        }
    }
}
