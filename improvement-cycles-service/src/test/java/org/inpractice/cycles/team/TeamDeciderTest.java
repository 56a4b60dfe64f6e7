package org.inpractice.cycles.team;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;

class TeamDeciderTest {
    private static final UUID TEAM = UUID.fromString("0198c2fa-1d30-7a44-8f21-6b0c9d5e7a01");
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 11);
    private static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final TeamFormed FORMED = new TeamFormed(TEAM, "Attendance team", null, AUGUST);
    private static final MemberJoined DANA_LEADS = new MemberJoined(TEAM, "Dana Reyes", TeamRole.LEAD, AUGUST);
    private static final MemberLeft DANA_LEFT = new MemberLeft(TEAM, "Dana Reyes", FEBRUARY);

    private static DeciderSpecification<TeamCommand, Optional<Team>, TeamEvent> team() {
        return specification(new TeamDecider());
    }

    private static AddMember add(String person, TeamRole role, LocalDate since) {
        return new AddMember(new NewMember(person, role, since), TODAY);
    }

    private static FormTeam form(LocalDate day, NewMember... members) {
        return new FormTeam(TEAM, "Attendance team", null, day, List.of(members), TODAY);
    }

    @Test
    void a_team_is_formed_with_its_people_in_one_role_each() {
        team().when(form(AUGUST, new NewMember("Dana Reyes", TeamRole.LEAD, AUGUST)))
                .then(FORMED, DANA_LEADS);
    }

    @Test
    void refuses_to_name_a_person_twice_however_it_is_written() {
        team().when(form(
                        AUGUST,
                        new NewMember("Dana Reyes", TeamRole.LEAD, AUGUST),
                        new NewMember("dana  REYES", TeamRole.COACH, AUGUST)))
                .thenRefused(TeamRule.PERSON_NAMED_TWICE);
    }

    @Test
    void refuses_a_team_or_member_of_the_future() {
        team().when(form(TODAY.plusDays(1))).thenRefused(TeamRule.DATE_IN_THE_FUTURE);
        team().when(form(AUGUST, new NewMember("Dana Reyes", TeamRole.LEAD, TODAY.plusDays(1))))
                .thenRefused(TeamRule.DATE_IN_THE_FUTURE);
        team().given(FORMED)
                .when(add("Ben Ito", TeamRole.COACH, TODAY.plusDays(1)))
                .thenRefused(TeamRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void nobody_joins_before_the_team_was_formed_or_before_they_left_it_last() {
        team().given(FORMED)
                .when(add("Ben Ito", TeamRole.COACH, AUGUST.minusDays(1)))
                .thenRefused(TeamRule.DATES_OUT_OF_ORDER);
        team().given(FORMED, DANA_LEADS, DANA_LEFT)
                .when(add("Dana Reyes", TeamRole.MEMBER, FEBRUARY.minusDays(1)))
                .thenRefused(TeamRule.DATES_OUT_OF_ORDER);
        team().given(FORMED, DANA_LEADS, DANA_LEFT)
                .when(add("Dana Reyes", TeamRole.MEMBER, FEBRUARY))
                .then(new MemberJoined(TEAM, "Dana Reyes", TeamRole.MEMBER, FEBRUARY));
    }

    @Test
    void joining_again_in_the_same_role_is_no_event_and_in_another_changes_the_role() {
        team().given(FORMED, DANA_LEADS)
                .when(add("dana reyes", TeamRole.LEAD, OCTOBER))
                .thenNothing();
        team().given(FORMED, DANA_LEADS)
                .when(add("Dana Reyes", TeamRole.COACH, OCTOBER))
                .then(new MemberJoined(TEAM, "Dana Reyes", TeamRole.COACH, OCTOBER));
    }

    @Test
    void a_changed_role_keeps_the_one_before() {
        // given
        TeamDecider decider = new TeamDecider();
        Optional<Team> state = Optional.empty();
        // when
        for (TeamEvent event :
                List.of(FORMED, DANA_LEADS, new MemberJoined(TEAM, "Dana Reyes", TeamRole.COACH, OCTOBER), DANA_LEFT)) {
            state = decider.evolve(state, event);
        }
        // then
        assertEquals(
                List.of(
                        new Membership("Dana Reyes", TeamRole.LEAD, AUGUST, OCTOBER),
                        new Membership("Dana Reyes", TeamRole.COACH, OCTOBER, FEBRUARY)),
                state.orElseThrow().members());
    }

    @Test
    void who_is_in_the_team_may_leave_it_once_on_a_day_that_has_come() {
        team().given(FORMED, DANA_LEADS)
                .when(new LeaveTeam("dana reyes", FEBRUARY, TODAY))
                .then(DANA_LEFT);
        team().given(FORMED, DANA_LEADS, DANA_LEFT)
                .when(new LeaveTeam("Dana Reyes", FEBRUARY, TODAY))
                .thenRefused(TeamRule.PERSON_NOT_IN_TEAM);
        team().given(FORMED, DANA_LEADS)
                .when(new LeaveTeam("Dana Reyes", AUGUST.minusDays(1), TODAY))
                .thenRefused(TeamRule.DATES_OUT_OF_ORDER);
        team().given(FORMED, DANA_LEADS)
                .when(new LeaveTeam("Dana Reyes", TODAY.plusDays(1), TODAY))
                .thenRefused(TeamRule.DATE_IN_THE_FUTURE);
    }

    @Test
    void a_name_that_says_the_same_is_no_event() {
        team().given(FORMED).when(new RenameTeam("Attendance team", null)).thenNothing();
        team().given(FORMED)
                .when(new RenameTeam("Belonging team", "More who like to come"))
                .then(new TeamRenamed(TEAM, "Belonging team", "More who like to come"));
    }

    @Test
    void a_disbanded_team_stays_as_it_was() {
        TeamDisbanded disbanded = new TeamDisbanded(TEAM, FEBRUARY, "The aim is reached");
        team().given(FORMED, DANA_LEADS)
                .when(new DisbandTeam(FEBRUARY, "The aim is reached", TODAY))
                .then(disbanded);
        team().given(FORMED, disbanded)
                .when(add("Ben Ito", TeamRole.COACH, FEBRUARY))
                .thenRefused(TeamRule.TEAM_IS_DISBANDED);
        team().given(FORMED)
                .when(new DisbandTeam(AUGUST.minusDays(1), "Never began", TODAY))
                .thenRefused(TeamRule.DATES_OUT_OF_ORDER);
    }

    @Test
    void refuses_what_concerns_no_team_and_a_team_formed_twice() {
        team().when(new LeaveTeam("Dana Reyes", FEBRUARY, TODAY)).thenRefused(TeamRule.TEAM_NOT_FORMED);
        team().given(FORMED).when(form(AUGUST)).thenRefused(TeamRule.TEAM_ALREADY_FORMED);
    }

    @Test
    void a_person_has_left_when_they_have_left_every_team_they_were_in() {
        Membership left = new Membership("Dana Reyes", TeamRole.LEAD, AUGUST, OCTOBER);
        Membership leftLater = new Membership("Dana Reyes", TeamRole.MEMBER, AUGUST, FEBRUARY);
        Membership there = new Membership("Dana Reyes", TeamRole.COACH, AUGUST, null);
        assertEquals(Optional.empty(), Roster.leftOn(List.of(), TODAY));
        assertEquals(Optional.empty(), Roster.leftOn(List.of(left, there), TODAY));
        assertEquals(Optional.of(FEBRUARY), Roster.leftOn(List.of(left, leftLater), TODAY));
        assertEquals(Optional.empty(), Roster.leftOn(List.of(left, leftLater), FEBRUARY.minusDays(1)));
        assertEquals(Optional.of(FEBRUARY), Roster.leftOn(List.of(left, leftLater), FEBRUARY));
    }
}
