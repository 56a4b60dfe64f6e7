package org.inpractice.cycles.theory;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.aim.Aim;
import org.inpractice.cycles.aim.AimState;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.driver.Driver;
import org.inpractice.cycles.driver.DriverTree;
import org.inpractice.cycles.driver.Drivers;
import org.inpractice.cycles.goal.Goals;
import org.inpractice.cycles.idea.IdeaLibrary;
import org.inpractice.cycles.idea.IdeaLibrary.Entry;
import org.inpractice.cycles.idea.IdeaState;
import org.inpractice.cycles.idea.IdeaTrial;
import org.inpractice.cycles.idea.IdeaTrials;
import org.inpractice.cycles.team.Roster;

/**
 * Finds what is missing: only in what a district is still at work on, so retired aims, drivers and ideas and cycles that are
 * over are left out.
 */
@Singleton
class Orphans {
    private static final Set<String> OVER = Set.of("decided", "cancelled");

    private final Aims aims;
    private final Drivers drivers;
    private final Roster roster;

    @Inject
    Orphans(Aims aims, Drivers drivers, Roster roster) {
        this.aims = aims;
        this.drivers = drivers;
        this.roster = roster;
    }

    /** All, in the order of their kinds. */
    List<Orphan> find(Connection connection, String districtId, LocalDate today, AsOf asOf) throws SQLException {
        List<Aim> allAims = aims.all(connection, districtId, asOf);
        List<Driver> allDrivers = drivers.all(connection, districtId, asOf);
        List<Entry> ideas = IdeaLibrary.all(connection, districtId, asOf);
        List<IdeaTrial> trials = IdeaTrials.all(connection, districtId, asOf);
        Set<UUID> measures = Theories.measures(connection, districtId, asOf).keySet();
        Map<String, LocalDate> departures = roster.departures(connection, districtId, today, asOf);

        Map<UUID, UUID> roots = roots(allAims);
        List<Aim> active =
                allAims.stream().filter(aim -> aim.state() == AimState.ACTIVE).toList();
        Map<UUID, DriverTree> trees = new HashMap<>();
        allDrivers.stream()
                .collect(Collectors.groupingBy(driver -> roots.getOrDefault(
                        driver.driver().aimId(), driver.driver().aimId())))
                .forEach((aimId, under) -> trees.put(aimId, new DriverTree(under)));

        List<Orphan> orphans = new ArrayList<>(ofAims(active, measures, trees));
        active.forEach(aim -> orphans.addAll(ofDrivers(aim, trees.get(aim.aimId()))));
        orphans.addAll(ofIdeas(ideas, trials));
        List<Orphan> owned = new ArrayList<>(ownedInTheory(active, trees, ideas, trials));
        Goals.pursued(connection, districtId, asOf)
                .forEach(goal -> owned.add(new Orphan(
                        OrphanKind.OWNER_HAS_LEFT, "goal", goal.goalId(), goal.statement(), goal.owner(), null)));
        orphans.addAll(leftBehind(owned, departures));
        return orphans;
    }

    /** Each aim with the one it is a part of in the end. */
    private static Map<UUID, UUID> roots(List<Aim> aims) {
        Map<UUID, UUID> into = new HashMap<>();
        aims.stream().filter(aim -> aim.mergedInto() != null).forEach(aim -> into.put(aim.aimId(), aim.mergedInto()));
        Map<UUID, UUID> roots = new HashMap<>();
        for (Aim aim : aims) {
            UUID root = aim.aimId();
            while (into.containsKey(root)) {
                root = into.get(root);
            }
            roots.put(aim.aimId(), root);
        }
        return roots;
    }

    private static List<Orphan> ofAims(List<Aim> active, Set<UUID> measures, Map<UUID, DriverTree> trees) {
        List<Orphan> orphans = new ArrayList<>();
        for (Aim aim : active) {
            if (!measures.contains(aim.agreed().measureId())) {
                orphans.add(orphan(OrphanKind.AIM_WITHOUT_OUTCOME_MEASURE, aim));
            }
            DriverTree tree = trees.get(aim.aimId());
            if (tree == null || tree.under(null).isEmpty()) {
                orphans.add(orphan(OrphanKind.AIM_WITHOUT_DRIVER, aim));
            }
        }
        return orphans;
    }

    private static Orphan orphan(OrphanKind kind, Aim aim) {
        return new Orphan(
                kind, "aim", aim.aimId(), aim.agreed().statement(), aim.agreed().owner(), aim.aimId());
    }

    private static List<Orphan> ofDrivers(Aim aim, DriverTree tree) {
        List<Orphan> orphans = new ArrayList<>();
        for (Driver driver : standing(tree)) {
            if (driver.driver().owner() == null) {
                orphans.add(orphan(OrphanKind.DRIVER_WITHOUT_OWNER, aim, driver));
            }
            if (tree.measures(driver).isEmpty()) {
                orphans.add(orphan(OrphanKind.DRIVER_WITHOUT_MEASURE, aim, driver));
            }
        }
        return orphans;
    }

    private static Orphan orphan(OrphanKind kind, Aim aim, Driver driver) {
        return new Orphan(
                kind,
                "driver",
                driver.driverId(),
                driver.name(),
                driver.driver().owner(),
                aim.aimId());
    }

    private static List<Driver> standing(DriverTree tree) {
        return tree == null ? List.of() : under(tree, null).toList();
    }

    private static Stream<Driver> under(DriverTree tree, UUID parentId) {
        return tree.under(parentId).stream()
                .flatMap(driver -> Stream.concat(Stream.of(driver), under(tree, driver.driverId())));
    }

    private static List<Orphan> ofIdeas(List<Entry> ideas, List<IdeaTrial> trials) {
        Set<UUID> tested = trials.stream().map(IdeaTrial::changeIdeaId).collect(Collectors.toSet());
        // A test of an idea is a test of the one it was merged into.
        ideas.stream()
                .filter(idea -> idea.state() == IdeaState.MERGED && tested.contains(idea.changeIdeaId()))
                .forEach(idea -> tested.add(idea.idea().mergedInto()));
        List<Orphan> orphans = new ArrayList<>();
        for (Entry idea : ideas) {
            if (idea.state() == IdeaState.ACTIVE && !tested.contains(idea.changeIdeaId())) {
                orphans.add(new Orphan(
                        OrphanKind.IDEA_NOBODY_TESTS,
                        "change idea",
                        idea.changeIdeaId(),
                        idea.title(),
                        idea.idea().idea().owner(),
                        null));
            }
        }
        Set<UUID> unwarranted = ideas.stream()
                .filter(idea -> idea.state() == IdeaState.UNWARRANTED)
                .map(Entry::changeIdeaId)
                .collect(Collectors.toSet());
        for (IdeaTrial trial : trials) {
            if (unwarranted.contains(trial.changeIdeaId()) && !OVER.contains(trial.state())) {
                orphans.add(orphan(OrphanKind.CYCLE_ON_NO_KNOWN_IDEA, trial));
            }
        }
        return orphans;
    }

    private static Orphan orphan(OrphanKind kind, IdeaTrial trial) {
        return new Orphan(kind, "cycle", trial.cycleId(), trial.title(), trial.owner(), trial.aimId());
    }

    /** Everything that has an owner, as if the owner had left. */
    private static List<Orphan> ownedInTheory(
            List<Aim> active, Map<UUID, DriverTree> trees, List<Entry> ideas, List<IdeaTrial> trials) {
        List<Orphan> owned = new ArrayList<>();
        for (Aim aim : active) {
            owned.add(orphan(OrphanKind.OWNER_HAS_LEFT, aim));
            standing(trees.get(aim.aimId()))
                    .forEach(driver -> owned.add(orphan(OrphanKind.OWNER_HAS_LEFT, aim, driver)));
        }
        ideas.stream()
                .filter(idea -> idea.state() == IdeaState.ACTIVE)
                .forEach(idea -> owned.add(new Orphan(
                        OrphanKind.OWNER_HAS_LEFT,
                        "change idea",
                        idea.changeIdeaId(),
                        idea.title(),
                        idea.idea().idea().owner(),
                        null)));
        trials.stream()
                .filter(trial -> !OVER.contains(trial.state()))
                .forEach(trial -> owned.add(orphan(OrphanKind.OWNER_HAS_LEFT, trial)));
        return owned;
    }

    private static List<Orphan> leftBehind(List<Orphan> owned, Map<String, LocalDate> departures) {
        return owned.stream()
                .filter(orphan -> orphan.owner() != null && departures.containsKey(Person.key(orphan.owner())))
                .map(orphan -> new Orphan(
                        orphan.kind(),
                        orphan.what(),
                        orphan.id(),
                        orphan.name(),
                        orphan.owner(),
                        departures.get(Person.key(orphan.owner())),
                        orphan.aimId(),
                        orphan.whatToDo()))
                .toList();
    }
}
