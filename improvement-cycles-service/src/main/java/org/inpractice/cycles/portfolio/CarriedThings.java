package org.inpractice.cycles.portfolio;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Select;
import org.inpractice.cycles.aim.Aim;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.barrier.Barrier;
import org.inpractice.cycles.barrier.Barriers;
import org.inpractice.cycles.cycle.CycleEvent.TaskDone;
import org.inpractice.cycles.cycle.CyclePlan;
import org.inpractice.cycles.cycle.CycleRecord;
import org.inpractice.cycles.cycle.PlannedTask;
import org.inpractice.cycles.driver.Driver;
import org.inpractice.cycles.driver.Drivers;
import org.inpractice.cycles.portfolio.Burdens.Carried;
import org.inpractice.cycles.portfolio.Burdens.Kind;
import org.inpractice.cycles.team.Roster;
import org.inpractice.cycles.team.Team;

/**
 * Gathers what people and teams carry: cycles that are not over, their open tasks, open barriers, drivers, aims that are
 * pursued.
 */
@Singleton
class CarriedThings {
    @Inject
    Roster roster;

    /** What each person carries, as was known. */
    List<Carried> ofPeople(Connection connection, String districtId, AsOf asOf) throws SQLException {
        List<Carried> carried = new ArrayList<>();
        for (CycleRecord cycle : cycles(connection, districtId, asOf)) {
            CyclePlan plan = cycle.plan();
            carried.add(of(plan.owner(), Kind.CYCLE, plan.cycleId(), plan.changeIdea(), NextStep.end(plan)));
            carried.addAll(openTasks(cycle));
        }
        for (Barrier barrier : openBarriers(connection, districtId, asOf)) {
            if (barrier.owner() != null) {
                carried.add(of(
                        barrier.owner().name(),
                        Kind.BARRIER,
                        barrier.barrierId(),
                        barrier.terms().what(),
                        barrier.owner().until()));
            }
        }
        for (Driver driver : drivers(connection, districtId, asOf)) {
            if (driver.driver().owner() != null) {
                carried.add(of(driver.driver().owner(), Kind.DRIVER, driver.driverId(), driver.name(), null));
            }
        }
        for (Aim aim : aims(connection, districtId, asOf)) {
            carried.add(of(
                    aim.agreed().owner(),
                    Kind.AIM,
                    aim.aimId(),
                    aim.agreed().statement(),
                    aim.agreed().by()));
        }
        return carried;
    }

    /** What each team carries: its cycles with their open tasks, its aims with their drivers, and barriers in their way. */
    List<Carried> ofTeams(Connection connection, String districtId, AsOf asOf) throws SQLException {
        Map<UUID, String> names =
                roster.teams(connection, districtId, asOf).stream().collect(Collectors.toMap(Team::teamId, Team::name));
        List<Carried> carried = new ArrayList<>();
        List<Barrier> barriers = openBarriers(connection, districtId, asOf);
        for (CycleRecord cycle : cycles(connection, districtId, asOf)) {
            CyclePlan plan = cycle.plan();
            if (plan.teamId() != null) {
                String team = names.getOrDefault(plan.teamId(), plan.teamId().toString());
                carried.add(of(plan.teamId(), team, Kind.CYCLE, plan.cycleId(), plan.changeIdea(), NextStep.end(plan)));
                openTasks(cycle)
                        .forEach(task -> carried.add(new Carried(
                                plan.teamId().toString(), team, Kind.TASK, task.id(), task.what(), task.due())));
            }
        }
        List<Driver> drivers = drivers(connection, districtId, asOf);
        for (Aim aim : aims(connection, districtId, asOf)) {
            UUID teamId = aim.agreed().teamId();
            if (teamId != null) {
                String team = names.getOrDefault(teamId, teamId.toString());
                drivers.stream()
                        .filter(driver -> driver.driver().aimId().equals(aim.aimId()))
                        .forEach(driver ->
                                carried.add(of(teamId, team, Kind.DRIVER, driver.driverId(), driver.name(), null)));
                carried.add(of(
                        teamId,
                        team,
                        Kind.AIM,
                        aim.aimId(),
                        aim.agreed().statement(),
                        aim.agreed().by()));
            }
        }
        carried.addAll(heldUp(carried, barriers));
        return carried;
    }

    private static List<Carried> heldUp(List<Carried> carried, List<Barrier> barriers) {
        List<Carried> more = new ArrayList<>();
        for (Barrier barrier : barriers) {
            Set<String> held = new HashSet<>();
            barrier.terms().aimIds().forEach(id -> held.add(id.toString()));
            barrier.terms().cycleIds().forEach(id -> held.add(id.toString()));
            Set<String> teams = new HashSet<>();
            for (Carried one : carried) {
                if (one.kind() != Kind.TASK && held.contains(one.id()) && teams.add(one.key())) {
                    LocalDate until =
                            barrier.owner() == null ? null : barrier.owner().until();
                    more.add(new Carried(
                            one.key(),
                            one.carrier(),
                            Kind.BARRIER,
                            barrier.barrierId().toString(),
                            barrier.terms().what(),
                            until));
                }
            }
        }
        return more;
    }

    private static List<CycleRecord> cycles(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return new Select("select c.data from cycle c where c.district_id = ?", districtId)
                .known(asOf, "c")
                .and("and c.state in ('planned', 'started', 'paused', 'studied') order by c.planned_seq")
                .rows(connection, row -> Board.read(row.getString(1)));
    }

    private static List<Barrier> openBarriers(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return Barriers.ROWS
                .all(connection, Barriers.ROWS.select(districtId, asOf).and("and not t.closed"))
                .stream()
                .map(row -> row.state())
                .toList();
    }

    private static List<Driver> drivers(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return Drivers.ROWS
                .all(connection, Drivers.ROWS.select(districtId, asOf).and("and t.status = 'active'"))
                .stream()
                .map(row -> row.state())
                .toList();
    }

    private static List<Aim> aims(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return Aims.ROWS.all(connection, Aims.ROWS.select(districtId, asOf).and("and t.status = 'active'")).stream()
                .map(row -> row.state())
                .toList();
    }

    /** The tasks of a plan that nobody has ticked off; they are numbered from 1. */
    private static List<Carried> openTasks(CycleRecord cycle) {
        Set<Integer> done = cycle.done().stream().map(TaskDone::task).collect(Collectors.toSet());
        List<Carried> open = new ArrayList<>();
        List<PlannedTask> tasks = cycle.plan().tasks();
        for (int i = 0; i < tasks.size(); i++) {
            if (!done.contains(i + 1)) {
                PlannedTask task = tasks.get(i);
                open.add(of(task.who(), Kind.TASK, cycle.plan().cycleId(), task.what(), task.when()));
            }
        }
        return open;
    }

    private static Carried of(String person, Kind kind, UUID id, String what, LocalDate due) {
        return new Carried(Person.key(person), Person.written(person), kind, id.toString(), what, due);
    }

    private static Carried of(UUID teamId, String team, Kind kind, UUID id, String what, LocalDate due) {
        return new Carried(teamId.toString(), team, kind, id.toString(), what, due);
    }
}
