package org.inpractice.measurement.disclosure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.ReadModels;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The thresholds of all districts: sets them, and tells them. */
@Singleton
@Startup
public class DistrictThresholds {
    private static final String STREAM_TYPE = "suppression";

    private final Aggregates<ThresholdCommand, Integer, ThresholdEvent> aggregates;
    private final int legalDefault;

    @Inject
    DistrictThresholds(
            DistrictStream stream,
            ReadModels readModels,
            @ConfigProperty(name = "inpractice.suppression.fewer-than") int legalDefault) {
        EventCodec<ThresholdEvent> codec = new EventCodec<>(ThresholdEvent.class);
        ThresholdProjection projection = new ThresholdProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new ThresholdDecider(), projection);
        this.legalDefault = legalDefault;
        readModels.own("suppression-thresholds", codec, projection);
    }

    /**
     * A district's threshold as it stands.
     *
     * @param version 0 when none was ever set
     */
    record Present(int fewerThan, long version) {}

    Present present(Connection connection, String districtId) throws SQLException {
        return present(aggregates.load(connection, districtId, streamId(districtId)));
    }

    /** Sets it. */
    Present set(
            Connection connection,
            String districtId,
            OptionalLong expectedVersion,
            Append.Cause cause,
            int fewerThan,
            String reason)
            throws SQLException {
        ThresholdCommand command = new ThresholdCommand(fewerThan, legalDefault, reason);
        return present(
                aggregates.handle(connection, districtId, streamId(districtId), expectedVersion, cause, command));
    }

    private Present present(Aggregates.Outcome<Integer> outcome) {
        return new Present(outcome.state() == null ? legalDefault : outcome.state(), outcome.version());
    }

    int legalDefault() {
        return legalDefault;
    }

    /** All thresholds of a district through time. */
    public Thresholds of(Connection connection, String districtId) throws SQLException {
        List<Thresholds.Change> set = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select from_seq, fewer_than from suppression_threshold where district_id = ? order by from_seq")) {
            statement.setString(1, districtId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    set.add(new Thresholds.Change(row.getLong(1), row.getInt(2)));
                }
            }
        }
        return new Thresholds(legalDefault, set);
    }

    /** All thresholds of some districts through time, in one round trip. */
    public Map<String, Thresholds> of(Connection connection, Collection<String> districtIds) throws SQLException {
        Map<String, List<Thresholds.Change>> set = new HashMap<>();
        districtIds.forEach(districtId -> set.put(districtId, new ArrayList<>()));
        try (PreparedStatement statement = connection.prepareStatement(
                "select district_id, from_seq, fewer_than from suppression_threshold where district_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("text", districtIds.toArray(String[]::new)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    set.get(row.getString(1)).add(new Thresholds.Change(row.getLong(2), row.getInt(3)));
                }
            }
        }
        Map<String, Thresholds> thresholds = new HashMap<>();
        set.forEach((districtId, changes) -> thresholds.put(districtId, new Thresholds(legalDefault, changes)));
        return thresholds;
    }

    /** A district has one, so its id follows from the district's. */
    private static UUID streamId(String districtId) {
        return UUID.nameUUIDFromBytes((STREAM_TYPE + '\n' + districtId).getBytes(StandardCharsets.UTF_8));
    }
}
