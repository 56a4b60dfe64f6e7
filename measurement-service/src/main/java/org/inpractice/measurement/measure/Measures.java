package org.inpractice.measurement.measure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.measurement.measure.MeasureRequests.MeasureDefinition;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The measures of all districts: decides on commands and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
public class Measures {
    private static final String STREAM_TYPE = "measure";

    private final Aggregates<MeasureCommand, Measure, MeasureEvent> aggregates;
    private final DistrictStream stream;
    private final DistrictRequest request;

    @Inject
    Measures(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        EventCodec<MeasureEvent> codec = new EventCodec<>(MeasureEvent.class);
        MeasureProjection projection = new MeasureProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new MeasureDecider(), projection);
        this.stream = stream;
        this.request = request;
        readModels.own("measures", codec, projection);
    }

    /**
     * Handles a command of the current request.
     *
     * @return the measure's version after it
     */
    long handle(Connection connection, OptionalLong expectedVersion, Append.Cause cause, MeasureCommand command)
            throws SQLException {
        return aggregates
                .handle(connection, request.districtId(), command.measureId(), expectedVersion, cause, command)
                .version();
    }

    /**
     * Defines a measure in a district unless it is defined there, on the caller's transaction.
     *
     * @throws org.inpractice.stream.Refusal when the definition is not allowed
     */
    public void defineOnce(
            Connection connection, String districtId, UUID measureId, Append.Cause cause, MeasureDefinition definition)
            throws SQLException {
        stream.lock(connection, List.of(districtId));
        if (aggregates.load(connection, districtId, measureId).version() == 0) {
            aggregates.handle(
                    connection, districtId, measureId, OptionalLong.empty(), cause, definition.command(measureId));
        }
    }
}
