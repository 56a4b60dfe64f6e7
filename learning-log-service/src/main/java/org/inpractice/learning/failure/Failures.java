package org.inpractice.learning.failure;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.OwnEvents;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Aggregates.Outcome;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The failures of all districts: decides on commands and keeps the read tables, on the caller's transaction. */
@Singleton
@Startup
public class Failures {
    private static final String STREAM_TYPE = "failure";

    private final Aggregates<FailureCommand, Failure, FailureEvent> aggregates;
    private final DistrictStream stream;
    private final DistrictRequest request;
    private final Seals seals;

    @Inject
    Failures(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            Seals seals,
            Instance<OwnEvents> listeners) {
        EventCodec<FailureEvent> codec = new EventCodec<>(FailureEvent.class);
        FailureProjection projection = new FailureProjection(seals);
        this.aggregates = new Aggregates<>(
                stream, STREAM_TYPE, codec, new FailureDecider(), OwnEvents.heardBy(listeners, projection));
        this.stream = stream;
        this.request = request;
        this.seals = seals;
        readModels.own("failures", codec, projection);
    }

    /** A command whose texts are sealed while it is made. */
    @FunctionalInterface
    interface Wanted {
        /** Makes it. */
        FailureCommand command(Sealer sealer) throws SQLException;
    }

    /**
     * Handles a command of the current request.
     *
     * @return the failure's version after it, and the events it led to
     */
    Outcome<Failure> handle(
            Connection connection, UUID failureId, OptionalLong expectedVersion, Append.Cause cause, Wanted wanted)
            throws SQLException {
        // Before any key is made: who makes keys and who waits for the district would otherwise wait for each other.
        stream.lock(connection, List.of(request.districtId()));
        FailureCommand command = wanted.command(seals.sealer(connection, request.districtId(), failureId));
        return aggregates.handle(connection, request.districtId(), failureId, expectedVersion, cause, command);
    }

    /** Erases texts for good and says so, in one transaction. */
    Outcome<Failure> redact(
            Connection connection,
            UUID failureId,
            OptionalLong expectedVersion,
            Append.Cause cause,
            RedactionReason reason,
            List<String> fields)
            throws SQLException {
        stream.lock(connection, List.of(request.districtId()));
        List<UUID> erased = seals.erase(connection, request.districtId(), failureId, fields);
        FailureCommand command = new FailureCommand.RedactFailure(failureId, reason, fields, erased);
        return aggregates.handle(connection, request.districtId(), failureId, expectedVersion, cause, command);
    }
}
