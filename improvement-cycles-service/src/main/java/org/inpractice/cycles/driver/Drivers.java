package org.inpractice.cycles.driver;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.NotFound;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Days;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.VersionRows.Column;
import org.inpractice.cycles.aim.Aim;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.driver.DriverCommand.AddDriver;
import org.inpractice.cycles.driver.DriverCommand.LinkIdea;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.cycles.team.Roster;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/**
 * The drivers of all districts, on the caller's transaction. Whoever changes the tree locks the district first: two moves,
 * each right by itself, could make a circle together.
 */
@Singleton
@Startup
public class Drivers {
    /** Names of the drivers' events. */
    public static final EventCodec<DriverEvent> CODEC = new EventCodec<>(DriverEvent.class);

    /** Its table. */
    public static final VersionRows<Driver, DriverEvent> ROWS = new VersionRows<>(
            "driver",
            "driver_id",
            Driver.class,
            new DriverDecider()::evolve,
            List.of(
                    new Column<>("aim_id", driver -> driver.driver().aimId()),
                    new Column<>("status", driver -> driver.state().name().toLowerCase(Locale.ROOT)),
                    new Column<>("owner_key", Drivers::ownerKey),
                    new Column<>("measure_ids", driver -> driver.driver().measureIds()),
                    new Column<>("change_idea_ids", Driver::changeIdeaIds)));

    private final Aggregates<DriverCommand, Optional<Driver>, DriverEvent> drivers;
    private final DistrictStream stream;
    private final DistrictRequest request;
    private final Aims aims;
    private final ChangeIdeas ideas;
    private final Roster roster;
    private final Clock clock;

    @Inject
    Drivers(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            Aims aims,
            ChangeIdeas ideas,
            Roster roster,
            Clock clock) {
        this.drivers = new Aggregates<>(stream, "driver", CODEC, new DriverDecider(), ROWS);
        this.stream = stream;
        this.request = request;
        this.aims = aims;
        this.ideas = ideas;
        this.roster = roster;
        this.clock = clock;
        readModels.own("drivers", CODEC, ROWS);
    }

    private static String ownerKey(Driver driver) {
        return driver.driver().owner() == null
                ? null
                : Person.key(driver.driver().owner());
    }

    long add(Connection connection, Append.Cause cause, DriverContent driver) throws SQLException {
        lock(connection);
        aims.requireActive(connection, request.districtId(), "aimId", driver.aimId());
        checkOwner(connection, driver.owner());
        DriverTree tree = tree(connection, request.districtId(), driver.aimId(), AsOf.NOW);
        return handle(connection, driver.driverId(), OptionalLong.empty(), cause, new AddDriver(driver, tree));
    }

    /** A command that is decided on the tree that its driver stands in. */
    long inTree(
            Connection connection,
            UUID driverId,
            OptionalLong seen,
            Append.Cause cause,
            String owner,
            Function<DriverTree, DriverCommand> command)
            throws SQLException {
        lock(connection);
        checkOwner(connection, owner);
        Driver driver = ROWS.one(connection, request.districtId(), driverId, AsOf.NOW)
                .map(Known::state)
                .orElseThrow(() -> new NotFound("driver"));
        UUID root = root(connection, driver.driver().aimId());
        DriverTree tree = tree(connection, request.districtId(), root, AsOf.NOW);
        return handle(connection, driverId, seen, cause, command.apply(tree));
    }

    long link(Connection connection, UUID driverId, OptionalLong seen, Append.Cause cause, UUID changeIdeaId)
            throws SQLException {
        lock(connection);
        ideas.requireTestable(connection, request.districtId(), "changeIdeaId", changeIdeaId);
        return handle(connection, driverId, seen, cause, new LinkIdea(changeIdeaId));
    }

    long handle(Connection connection, UUID driverId, OptionalLong seen, Append.Cause cause, DriverCommand command)
            throws SQLException {
        return drivers.handle(connection, request.districtId(), driverId, seen, cause, command)
                .version();
    }

    /** The theory of an aim as was known at an instant, with that of the aims merged into it. */
    public DriverTree tree(Connection connection, String districtId, UUID aimId, AsOf asOf) throws SQLException {
        List<UUID> parts = aims.withMerged(connection, districtId, aimId, asOf);
        return new DriverTree(
                ROWS
                        .all(connection, ROWS.select(districtId, asOf).and("and t.aim_id = any (?::uuid[])", parts))
                        .stream()
                        .map(Known::state)
                        .toList());
    }

    /** All drivers of a district as was known at an instant, the first added first, whatever has become of them. */
    public List<Driver> all(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.all(connection, ROWS.select(districtId, asOf)).stream()
                .map(Known::state)
                .toList();
    }

    /** The aim that an aim is a part of in the end. */
    private UUID root(Connection connection, UUID aimId) throws SQLException {
        UUID root = aimId;
        Optional<Aim> aim = aims.one(connection, request.districtId(), root, AsOf.NOW);
        while (aim.isPresent() && aim.get().mergedInto() != null) {
            root = aim.get().mergedInto();
            aim = aims.one(connection, request.districtId(), root, AsOf.NOW);
        }
        return root;
    }

    private void lock(Connection connection) throws SQLException {
        stream.lock(connection, List.of(request.districtId()));
    }

    private void checkOwner(Connection connection, String owner) throws SQLException {
        roster.requirePresent(connection, request.districtId(), "owner", owner, Days.of(clock.instant()));
    }
}
