package org.inpractice.learning.failure;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The failures of all districts: decides on commands and keeps the read tables, on the caller's transaction. */
@Singleton
@Startup
public class Failures {
    private static final String STREAM_TYPE = "failure";

    private final Aggregates<FailureCommand, Failure, FailureEvent> aggregates;
    private final DistrictRequest request;

    @Inject
    Failures(DistrictStream stream, ReadModels readModels, DistrictRequest request) {
        EventCodec<FailureEvent> codec = new EventCodec<>(FailureEvent.class);
        FailureProjection projection = new FailureProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new FailureDecider(), projection);
        this.request = request;
        readModels.own("failures", codec, projection);
    }

    /**
     * Handles a command of the current request.
     *
     * @return the failure's version after it
     */
    long handle(Connection connection, OptionalLong expectedVersion, Append.Cause cause, FailureCommand command)
            throws SQLException {
        return aggregates
                .handle(connection, request.districtId(), command.failureId(), expectedVersion, cause, command)
                .version();
    }
}
