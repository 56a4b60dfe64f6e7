package org.inpractice.cycles.leadership;

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
import org.inpractice.cycles.leadership.CadenceEvent.CadenceSet;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The cadences of all districts: sets them, and tells them as of any instant. */
@Singleton
@Startup
public class Cadences {
    /** Names of the cadences' events. */
    public static final EventCodec<CadenceEvent> CODEC = new EventCodec<>(CadenceEvent.class);

    /** The table {@code leadership_cadence}. */
    public static final VersionRows<Cadence, CadenceEvent> ROWS = new VersionRows<>(
            "leadership_cadence", "cadence_id", Cadence.class, new CadenceDecider()::evolve, List.of());

    private static final String STREAM_TYPE = "leadership-cadence";

    private final Aggregates<CadenceSet, Optional<Cadence>, CadenceEvent> cadences;

    @Inject
    Cadences(DistrictStream stream, ReadModels readModels) {
        cadences = new Aggregates<>(stream, STREAM_TYPE, CODEC, new CadenceDecider(), ROWS);
        readModels.own("leadership-cadences", CODEC, ROWS);
    }

    /** Sets it; the version after it. */
    long set(Connection connection, String districtId, OptionalLong seen, Append.Cause cause, CadenceSet set)
            throws SQLException {
        return cadences.handle(connection, districtId, streamId(districtId), seen, cause, set)
                .version();
    }

    /** The cadence as it was known; without settings when there was none. */
    static Cadence known(Connection connection, String districtId, AsOf asOf) throws SQLException {
        return ROWS.one(connection, districtId, streamId(districtId), asOf)
                .map(Known::state)
                .orElse(Cadence.NONE);
    }

    /** A district has one, so its id follows from the district's. */
    private static UUID streamId(String districtId) {
        return UUID.nameUUIDFromBytes((STREAM_TYPE + '\n' + districtId).getBytes(StandardCharsets.UTF_8));
    }
}
