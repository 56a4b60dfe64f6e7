package org.inpractice.cycles.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.driver.DriverCommand.AddDriver;
import org.inpractice.cycles.driver.DriverCommand.LinkIdea;
import org.inpractice.cycles.driver.DriverCommand.MergeDriver;
import org.inpractice.cycles.driver.DriverCommand.MoveDriver;
import org.inpractice.cycles.driver.DriverCommand.RetireDriver;
import org.inpractice.cycles.driver.DriverCommand.ReviseDriver;
import org.inpractice.cycles.driver.DriverCommand.UnlinkIdea;
import org.inpractice.cycles.driver.DriverEvent.DriverAdded;
import org.inpractice.cycles.driver.DriverEvent.DriverMerged;
import org.inpractice.cycles.driver.DriverEvent.DriverMoved;
import org.inpractice.cycles.driver.DriverEvent.DriverRetired;
import org.inpractice.cycles.driver.DriverEvent.DriverRevised;
import org.inpractice.cycles.driver.DriverEvent.IdeaLinked;
import org.inpractice.cycles.driver.DriverEvent.IdeaUnlinked;
import org.inpractice.stream.Decider;
import org.inpractice.stream.Refusal;

/**
 * Drivers form a tree under their aim: none drives itself, none hangs loose. Owner and measures may follow later; the report
 * of orphans says where they are missing.
 */
final class DriverDecider implements Decider<DriverCommand, Optional<Driver>, DriverEvent> {
    @Override
    public Optional<Driver> initialState() {
        return Optional.empty();
    }

    @Override
    public List<DriverEvent> decide(DriverCommand command, Optional<Driver> found) {
        if (command instanceof AddDriver add) {
            return List.of(add(add, found));
        }
        Driver driver = found.orElseThrow(() -> new Refusal(
                DriverRule.DRIVER_NOT_ADDED, "Add the driver to an aim first, or look its id up in the diagram."));
        DriverTree.checkActive(driver, null);
        UUID id = driver.driverId();
        return switch (command) {
            case AddDriver add -> List.of();
            case ReviseDriver revise -> revise(revise, driver);
            case MoveDriver move -> {
                move.tree().checkPlace(id, move.parentDriverId(), "parentDriverId");
                DriverMoved moved = new DriverMoved(id, move.parentDriverId());
                yield moved.equals(new DriverMoved(id, driver.driver().parentDriverId())) ? List.of() : List.of(moved);
            }
            case MergeDriver merge -> {
                merge.tree().checkMerger(id, merge.intoDriverId(), "intoDriverId");
                yield List.of(new DriverMerged(id, merge.intoDriverId(), merge.reason()));
            }
            case RetireDriver retire -> {
                retire.tree().checkNothingUnder(id);
                yield List.of(new DriverRetired(id, retire.reason()));
            }
            case LinkIdea link ->
                driver.changeIdeaIds().contains(link.changeIdeaId())
                        ? List.of()
                        : List.of(new IdeaLinked(id, link.changeIdeaId()));
            case UnlinkIdea unlink -> {
                if (!driver.changeIdeaIds().contains(unlink.changeIdeaId())) {
                    throw new Refusal(
                            DriverRule.CHANGE_IDEA_NOT_LINKED, "Send the id of an idea that is linked to this driver.");
                }
                yield List.of(new IdeaUnlinked(id, unlink.changeIdeaId()));
            }
        };
    }

    private static DriverEvent add(AddDriver add, Optional<Driver> found) {
        if (found.isPresent()) {
            throw new Refusal(DriverRule.DRIVER_ALREADY_ADDED, "Revise the driver, or add another one.");
        }
        checkMeasures(add.driver().measureIds());
        add.tree().checkName(add.driver().driverId(), add.driver().name());
        add.tree().checkPlace(add.driver().driverId(), add.driver().parentDriverId(), "parentDriverId");
        return new DriverAdded(add.driver());
    }

    private static List<DriverEvent> revise(ReviseDriver revise, Driver driver) {
        checkMeasures(revise.measureIds());
        revise.tree().checkName(driver.driverId(), revise.name());
        DriverContent says = driver.driver();
        DriverRevised revised = new DriverRevised(
                driver.driverId(), revise.name(), revise.description(), revise.owner(), revise.measureIds());
        return revised.equals(new DriverRevised(
                        says.driverId(), says.name(), says.description(), says.owner(), says.measureIds()))
                ? List.of()
                : List.of(revised);
    }

    private static void checkMeasures(List<UUID> measureIds) {
        if (new HashSet<>(measureIds).size() < measureIds.size()) {
            throw new Refusal(DriverRule.MEASURE_NAMED_TWICE, "measureIds", "Name each measure once.");
        }
    }

    @Override
    public Optional<Driver> evolve(Optional<Driver> driver, DriverEvent event) {
        return Optional.of(
                switch (event) {
                    case DriverAdded added -> new Driver(added.driver(), List.of(), DriverState.ACTIVE, null, null);
                    case DriverRevised revised -> revised(driver.orElseThrow(), revised);
                    case DriverMoved moved -> moved(driver.orElseThrow(), moved.parentDriverId());
                    case DriverMerged merged ->
                        driver.orElseThrow().ended(DriverState.MERGED, merged.intoDriverId(), merged.reason());
                    case DriverRetired retired ->
                        driver.orElseThrow().ended(DriverState.RETIRED, null, retired.reason());
                    case IdeaLinked linked -> driver.orElseThrow().linked(linked.changeIdeaId());
                    case IdeaUnlinked unlinked -> driver.orElseThrow().unlinked(unlinked.changeIdeaId());
                });
    }

    private static Driver revised(Driver driver, DriverRevised revised) {
        DriverContent before = driver.driver();
        return driver.with(new DriverContent(
                before.driverId(),
                before.aimId(),
                before.parentDriverId(),
                revised.name(),
                revised.description(),
                revised.owner(),
                revised.measureIds()));
    }

    private static Driver moved(Driver driver, UUID parentDriverId) {
        DriverContent before = driver.driver();
        return driver.with(new DriverContent(
                before.driverId(),
                before.aimId(),
                parentDriverId,
                before.name(),
                before.description(),
                before.owner(),
                before.measureIds()));
    }
}
