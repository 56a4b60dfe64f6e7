package org.inpractice.cycles.portfolio;

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
import org.inpractice.cycles.portfolio.StallLimitEvent.StallLimitSet;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The stall limits of all districts: sets them, and tells them as of any instant. */
@Singleton
@Startup
public class StallLimits {
    /** Names of their events. */
    public static final EventCodec<StallLimitEvent> CODEC = new EventCodec<>(StallLimitEvent.class);

    /** The table {@code stall_limit}. */
    public static final VersionRows<StallLimit, StallLimitEvent> ROWS =
            new VersionRows<>("stall_limit", "limit_id", StallLimit.class, new StallLimitDecider()::evolve, List.of());

    private static final String STREAM_TYPE = "stall-limit";

    private final Aggregates<StallLimitSet, Optional<StallLimit>, StallLimitEvent> limits;

    @Inject
    StallLimits(DistrictStream stream, ReadModels readModels) {
        limits = new Aggregates<>(stream, STREAM_TYPE, CODEC, new StallLimitDecider(), ROWS);
        readModels.own("stall-limits", CODEC, ROWS);
    }

    /** Sets it; the version after it. */
    long set(Connection connection, String districtId, OptionalLong seen, Append.Cause cause, StallLimitSet set)
            throws SQLException {
        return limits.handle(connection, districtId, streamId(districtId), seen, cause, set)
                .version();
    }

    /** The limit as it was known; empty when there was none. */
    static Optional<Known<StallLimit>> known(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.one(connection, districtId, streamId(districtId), asOf);
    }

    /** A district has one, so its id follows from the district's. */
    private static UUID streamId(String districtId) {
        return UUID.nameUUIDFromBytes((STREAM_TYPE + '\n' + districtId).getBytes(StandardCharsets.UTF_8));
    }
}
