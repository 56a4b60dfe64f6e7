package org.inpractice.cycles.capacity;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.cycles.AsOf;
import org.inpractice.cycles.Known;
import org.inpractice.cycles.VersionRows;
import org.inpractice.cycles.capacity.CoachLoadEvent.CoachLoadSet;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The coach loads of all districts: sets them, and tells them as of any instant. */
@Singleton
@Startup
public class CoachLoads {
    /** Names of their events. */
    public static final EventCodec<CoachLoadEvent> CODEC = new EventCodec<>(CoachLoadEvent.class);

    /** The table {@code coach_load}. */
    public static final VersionRows<CoachLoad, CoachLoadEvent> ROWS =
            new VersionRows<>("coach_load", "load_id", CoachLoad.class, new CoachLoadDecider()::evolve, List.of());

    private static final String STREAM_TYPE = "coach-load";

    private final Aggregates<CoachLoadSet, Optional<CoachLoad>, CoachLoadEvent> loads;

    @Inject
    CoachLoads(DistrictStream stream, ReadModels readModels) {
        loads = new Aggregates<>(stream, STREAM_TYPE, CODEC, new CoachLoadDecider(), ROWS);
        readModels.own("coach-loads", CODEC, ROWS);
    }

    /** Sets it; the version after it. */
    long set(Connection connection, String districtId, OptionalLong seen, Append.Cause cause, CoachLoadSet set)
            throws SQLException {
        return loads.handle(connection, districtId, streamId(districtId), seen, cause, set)
                .version();
    }

    /** The load as it was known; empty when there was none. */
    static Optional<Known<CoachLoad>> known(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.one(connection, districtId, streamId(districtId), asOf);
    }

    /** A district has one, so its id follows from the district's. */
    private static UUID streamId(String districtId) {
        return UUID.nameUUIDFromBytes((STREAM_TYPE + '\n' + districtId).getBytes(StandardCharsets.UTF_8));
    }
}
