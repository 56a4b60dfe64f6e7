package org.inpractice.cycles.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inpractice.stream.Refusal;

/**
 * The theory of an aim: all its drivers, those of aims merged into it too. What stood under a merged driver stands under the
 * one it was merged into.
 */
public final class DriverTree {
    /**
     * Primary, secondary, and one level more. A driver diagram usually has the first two (Institute for Healthcare
     * Improvement, QI Essentials Toolkit: Driver Diagram); the third is our choice, because districts split by school level.
     */
    public static final int LEVELS = 3;

    private final List<Driver> drivers;
    private final Map<UUID, Driver> byId;

    /** Of all drivers, in the order they were added, whatever has become of them. */
    public DriverTree(List<Driver> drivers) {
        this.drivers = List.copyOf(drivers);
        this.byId = drivers.stream().collect(Collectors.toMap(Driver::driverId, Function.identity()));
    }

    /** The active drivers directly under one; under none, the primary ones. */
    public List<Driver> under(UUID parentDriverId) {
        return drivers.stream()
                .filter(Driver::isActive)
                .filter(driver ->
                        Objects.equals(parent(driver).map(Driver::driverId).orElse(null), parentDriverId))
                .toList();
    }

    /** The drivers that were taken for one, directly or by way of others. */
    public List<Driver> mergedInto(UUID driverId) {
        return drivers.stream()
                .filter(driver -> driver.mergedInto() != null)
                .filter(driver ->
                        standing(driver.driverId()).map(Driver::driverId).equals(Optional.of(driverId)))
                .toList();
    }

    /** The ideas held to move a driver, those of drivers merged into it too. */
    public List<UUID> ideas(Driver driver) {
        return Stream.concat(Stream.of(driver), mergedInto(driver.driverId()).stream())
                .flatMap(one -> one.changeIdeaIds().stream())
                .distinct()
                .toList();
    }

    /** What shows whether a driver moves, what showed it of drivers merged into it too. */
    public List<UUID> measures(Driver driver) {
        return Stream.concat(Stream.of(driver), mergedInto(driver.driverId()).stream())
                .flatMap(one -> one.driver().measureIds().stream())
                .distinct()
                .toList();
    }

    /** A driver, or the one it was merged into in the end; empty when it is not of this aim. */
    private Optional<Driver> standing(UUID driverId) {
        Driver driver = byId.get(driverId);
        while (driver != null && driver.mergedInto() != null) {
            driver = byId.get(driver.mergedInto());
        }
        return Optional.ofNullable(driver);
    }

    private Optional<Driver> parent(Driver driver) {
        UUID parentId = driver.driver().parentDriverId();
        return parentId == null ? Optional.empty() : standing(parentId);
    }

    /** Refuses a name that another active driver of the aim has. */
    void checkName(UUID driverId, String name) {
        boolean taken = drivers.stream()
                .filter(Driver::isActive)
                .filter(driver -> !driver.driverId().equals(driverId))
                .anyMatch(driver -> driver.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        if (taken) {
            throw new Refusal(
                    DriverRule.DRIVER_NAME_TAKEN,
                    "name",
                    "Use the driver of that name, merge the two, or say in the name what is different.");
        }
    }

    /**
     * Refuses a place for a driver that is not there, leads back to it, or is too deep for what stands under it.
     *
     * @param field where the request names the place
     */
    void checkPlace(UUID driverId, UUID placeId, String field) {
        if (placeId == null) {
            checkDepth(height(driverId), field);
            return;
        }
        Driver place = Optional.ofNullable(byId.get(placeId))
                .orElseThrow(() -> new Refusal(
                        DriverRule.DRIVER_UNKNOWN,
                        field,
                        "Send the id of a driver of the same aim; drivers of other aims belong to other theories."));
        checkActive(place, field);
        List<Driver> way = wayUp(place);
        int self = way.stream().map(Driver::driverId).toList().indexOf(driverId);
        if (self >= 0) {
            String names = way.subList(0, self + 1).reversed().stream()
                    .map(driver -> "“" + driver.name() + "”")
                    .collect(Collectors.joining(" over "));
            throw new Refusal(
                    DriverRule.DRIVERS_IN_A_CIRCLE,
                    field,
                    "Choose a driver that does not stand under this one: now it is " + names
                            + ", and what drives itself explains nothing.");
        }
        checkDepth(way.size() + height(driverId), field);
    }

    /** A merger puts what stands under one driver under the other: the same circles, and depth without the driver itself. */
    void checkMerger(UUID driverId, UUID intoId, String field) {
        if (intoId.equals(driverId)) {
            throw new Refusal(
                    DriverRule.DRIVERS_IN_A_CIRCLE, field, "Name another driver: each is the same as itself.");
        }
        Driver into = Optional.ofNullable(byId.get(intoId))
                .orElseThrow(() ->
                        new Refusal(DriverRule.DRIVER_UNKNOWN, field, "Send the id of a driver of the same aim."));
        checkActive(into, field);
        List<Driver> way = wayUp(into);
        if (way.stream().anyMatch(driver -> driver.driverId().equals(driverId))) {
            throw new Refusal(
                    DriverRule.DRIVERS_IN_A_CIRCLE,
                    field,
                    "Move “" + into.name() + "” out from under this driver first, or merge it into this one: a driver"
                            + " cannot stand under itself.");
        }
        checkDepth(way.size() + height(driverId) - 1, field);
    }

    /** Refuses to leave what stands under a driver hanging loose. */
    void checkNothingUnder(UUID driverId) {
        List<Driver> under = under(driverId);
        if (!under.isEmpty()) {
            throw new Refusal(
                    DriverRule.DRIVER_HAS_DRIVERS_BELOW,
                    "Move, merge or retire what stands under it first: "
                            + under.stream()
                                    .limit(5)
                                    .map(driver -> "“" + driver.name() + "”")
                                    .collect(Collectors.joining(", "))
                            + (under.size() > 5 ? " and " + (under.size() - 5) + " more." : "."));
        }
    }

    /** Refuses what a command wants with a driver that is retired or merged. */
    static void checkActive(Driver driver, String field) {
        switch (driver.state()) {
            case ACTIVE -> {}
            case RETIRED ->
                throw new Refusal(
                        DriverRule.DRIVER_IS_RETIRED,
                        field,
                        "Add a driver anew when the district has come to hold it for one.");
            case MERGED ->
                throw new Refusal(
                        DriverRule.DRIVER_IS_MERGED,
                        field,
                        "Use the driver it was merged into; its mergedInto names that one.");
        }
    }

    private static void checkDepth(int depth, String field) {
        if (depth > LEVELS) {
            throw new Refusal(
                    DriverRule.DRIVERS_NESTED_TOO_DEEP,
                    field,
                    "Choose a place further up, or set an aim of its own: a theory of more than " + LEVELS
                            + " levels of drivers is read by nobody.");
        }
    }

    /** The driver and all it stands under, itself first. */
    private List<Driver> wayUp(Driver driver) {
        List<Driver> way = new ArrayList<>();
        for (Optional<Driver> next = Optional.of(driver); next.isPresent(); next = parent(next.get())) {
            way.add(next.get());
        }
        return way;
    }

    /** How many levels a driver and what stands under it need; 1 for one alone. */
    private int height(UUID driverId) {
        return 1
                + under(driverId).stream()
                        .mapToInt(driver -> height(driver.driverId()))
                        .max()
                        .orElse(0);
    }
}
