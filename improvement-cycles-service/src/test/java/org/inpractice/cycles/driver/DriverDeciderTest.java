package org.inpractice.cycles.driver;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.inpractice.stream.DeciderSpecification;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;

/** The theory of one aim: trust drives it; under trust stand contact and, under contact, calls; beside it transport. */
class DriverDeciderTest {
    private static final UUID AIM = new UUID(1, 0);
    private static final UUID IDEA = new UUID(2, 0);
    private static final UUID MEASURE = new UUID(3, 0);
    private static final DriverContent TRUST = content(1, null, "Trust");
    private static final DriverContent CONTACT = content(2, TRUST, "Early contact");
    private static final DriverContent CALLS = content(3, CONTACT, "Calls");
    private static final DriverContent TRANSPORT = content(4, null, "Transport");
    private static final DriverTree TREE = tree(TRUST, CONTACT, CALLS, TRANSPORT);

    private static DriverContent content(int number, DriverContent parent, String name) {
        return new DriverContent(
                new UUID(0, number), AIM, parent == null ? null : parent.driverId(), name, null, null, List.of());
    }

    private static Driver driver(DriverContent content) {
        return new Driver(content, List.of(), DriverState.ACTIVE, null, null);
    }

    private static DriverTree tree(DriverContent... drivers) {
        return new DriverTree(
                List.of(drivers).stream().map(DriverDeciderTest::driver).toList());
    }

    private static DeciderSpecification<DriverCommand, Optional<Driver>, DriverEvent> a(DriverContent driver) {
        return specification(new DriverDecider()).given(new DriverAdded(driver));
    }

    @Test
    void a_driver_is_added_under_its_aim_or_under_another_driver() {
        DriverContent below = content(5, TRANSPORT, "Bus passes");
        specification(new DriverDecider()).when(new AddDriver(TRUST, tree())).then(new DriverAdded(TRUST));
        specification(new DriverDecider()).when(new AddDriver(below, TREE)).then(new DriverAdded(below));
        a(TRUST).when(new AddDriver(TRUST, TREE)).thenRefused(DriverRule.DRIVER_ALREADY_ADDED);
    }

    @Test
    void refuses_a_driver_under_one_that_is_not_of_the_aim_or_too_deep_or_of_a_name_that_is_taken() {
        specification(new DriverDecider())
                .when(new AddDriver(content(6, content(9, null, "Elsewhere"), "New"), TREE))
                .thenRefused(DriverRule.DRIVER_UNKNOWN);
        specification(new DriverDecider())
                .when(new AddDriver(content(6, CALLS, "New"), TREE))
                .thenRefused(DriverRule.DRIVERS_NESTED_TOO_DEEP);
        specification(new DriverDecider())
                .when(new AddDriver(content(6, TRANSPORT, "early CONTACT"), TREE))
                .thenRefused(DriverRule.DRIVER_NAME_TAKEN);
    }

    @Test
    void a_driver_moves_with_all_that_stands_under_it() {
        a(CONTACT)
                .when(new MoveDriver(TRANSPORT.driverId(), TREE))
                .then(new DriverMoved(CONTACT.driverId(), TRANSPORT.driverId()));
        a(CONTACT).when(new MoveDriver(null, TREE)).then(new DriverMoved(CONTACT.driverId(), null));
        a(CONTACT).when(new MoveDriver(TRUST.driverId(), TREE)).thenNothing();
        a(TRUST).when(new MoveDriver(TRANSPORT.driverId(), TREE)).thenRefused(DriverRule.DRIVERS_NESTED_TOO_DEEP);
    }

    @Test
    void refuses_drivers_in_a_circle_and_names_them() {
        // when
        Refusal refusal =
                a(TRUST).when(new MoveDriver(CALLS.driverId(), TREE)).thenRefused(DriverRule.DRIVERS_IN_A_CIRCLE);
        // then
        assertEquals("parentDriverId", refusal.field());
        assertTrue(refusal.getMessage().contains("“Trust” over “Early contact” over “Calls”"), refusal.getMessage());
        a(TRUST).when(new MoveDriver(TRUST.driverId(), TREE)).thenRefused(DriverRule.DRIVERS_IN_A_CIRCLE);
        a(TRUST).when(new MergeDriver(CALLS.driverId(), "One thing", TREE)).thenRefused(DriverRule.DRIVERS_IN_A_CIRCLE);
        a(TRUST).when(new MergeDriver(TRUST.driverId(), "One thing", TREE)).thenRefused(DriverRule.DRIVERS_IN_A_CIRCLE);
    }

    @Test
    void what_stood_under_a_merged_driver_stands_under_the_other() {
        // given
        Driver merged = driver(TRUST).ended(DriverState.MERGED, TRANSPORT.driverId(), "One thing");
        DriverTree after = new DriverTree(List.of(merged, driver(CONTACT), driver(CALLS), driver(TRANSPORT)));
        // then
        a(TRUST).when(new MergeDriver(TRANSPORT.driverId(), "One thing", TREE))
                .then(new DriverMerged(TRUST.driverId(), TRANSPORT.driverId(), "One thing"));
        assertEquals(List.of("Transport"), names(after.under(null)));
        assertEquals(List.of("Early contact"), names(after.under(TRANSPORT.driverId())));
        a(TRANSPORT).when(new MoveDriver(CALLS.driverId(), after)).thenRefused(DriverRule.DRIVERS_IN_A_CIRCLE);
        a(CONTACT).when(new MoveDriver(TRUST.driverId(), after)).thenRefused(DriverRule.DRIVER_IS_MERGED);
    }

    private static List<String> names(List<Driver> drivers) {
        return drivers.stream().map(Driver::name).toList();
    }

    @Test
    void a_driver_is_retired_when_nothing_hangs_loose_then() {
        a(CALLS).when(new RetireDriver("Did not move it", TREE))
                .then(new DriverRetired(CALLS.driverId(), "Did not move it"));
        Refusal refusal = a(CONTACT).when(new RetireDriver("x", TREE)).thenRefused(DriverRule.DRIVER_HAS_DRIVERS_BELOW);
        assertTrue(refusal.getMessage().contains("“Calls”"), refusal.getMessage());
        specification(new DriverDecider())
                .given(new DriverAdded(CALLS), new DriverRetired(CALLS.driverId(), "x"))
                .when(new LinkIdea(IDEA))
                .thenRefused(DriverRule.DRIVER_IS_RETIRED);
    }

    @Test
    void a_driver_is_renamed_and_gets_owner_and_measures() {
        a(CALLS).when(new ReviseDriver("Calls home", null, "Dana Reyes", List.of(MEASURE), TREE))
                .then(new DriverRevised(CALLS.driverId(), "Calls home", null, "Dana Reyes", List.of(MEASURE)));
        a(CALLS).when(new ReviseDriver("Calls", null, null, List.of(), TREE)).thenNothing();
        a(CALLS).when(new ReviseDriver("Calls", null, null, List.of(MEASURE, MEASURE), TREE))
                .thenRefused(DriverRule.MEASURE_NAMED_TWICE);
        a(CALLS).when(new ReviseDriver("Transport", null, null, List.of(), TREE))
                .thenRefused(DriverRule.DRIVER_NAME_TAKEN);
    }

    @Test
    void ideas_are_linked_once_and_unlinked() {
        a(CALLS).when(new LinkIdea(IDEA)).then(new IdeaLinked(CALLS.driverId(), IDEA));
        DeciderSpecification<DriverCommand, Optional<Driver>, DriverEvent> linked = specification(new DriverDecider())
                .given(new DriverAdded(CALLS), new IdeaLinked(CALLS.driverId(), IDEA));
        linked.when(new LinkIdea(IDEA)).thenNothing();
        linked.when(new UnlinkIdea(IDEA)).then(new IdeaUnlinked(CALLS.driverId(), IDEA));
        a(CALLS).when(new UnlinkIdea(IDEA)).thenRefused(DriverRule.CHANGE_IDEA_NOT_LINKED);
    }

    @Test
    void refuses_what_concerns_no_driver() {
        specification(new DriverDecider()).when(new LinkIdea(IDEA)).thenRefused(DriverRule.DRIVER_NOT_ADDED);
    }
}
