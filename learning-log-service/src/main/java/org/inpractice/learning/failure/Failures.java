package org.inpractice.learning.failure;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.OwnEvents;
import org.inpractice.learning.Query;
import org.inpractice.learning.factor.Factors;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/** The failures of all districts: decides on commands and keeps the read tables, on the caller's transaction. */
@Singleton
@Startup
public class Failures {
    private static final String STREAM_TYPE = "failure";
    private static final String OF_ACTIONS = "actions.";

    private final Aggregates<FailureCommand, Failure, FailureEvent> aggregates;
    private final DistrictStream stream;
    private final DistrictRequest request;
    private final Seals seals;
    private final Factors factors;

    @Inject
    Failures(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            Seals seals,
            Factors factors,
            Instance<OwnEvents> listeners) {
        EventCodec<FailureEvent> codec = new EventCodec<>(FailureEvent.class);
        FailureProjection projection = new FailureProjection(seals);
        this.aggregates = new Aggregates<>(
                stream, STREAM_TYPE, codec, new FailureDecider(), OwnEvents.heardBy(listeners, projection));
        this.stream = stream;
        this.request = request;
        this.seals = seals;
        this.factors = factors;
        readModels.own("failures", codec, projection);
    }

    /** A command whose texts are sealed while it is made. */
    @FunctionalInterface
    interface Wanted {
        /** Makes it; may be asked more than once. */
        FailureCommand command(Sealer sealer, Set<String> taxonomy) throws SQLException;
    }

    /**
     * Handles a command of the current request.
     *
     * @return the failure's version after it
     */
    long handle(Connection connection, UUID failureId, OptionalLong expectedVersion, Append.Cause cause, Wanted wanted)
            throws SQLException {
        String districtId = request.districtId();
        // Before any key is made: who makes keys and who waits for the district would otherwise wait for each other.
        stream.lock(connection, List.of(districtId));
        FailureCommand command =
                wanted.command(seals.sealer(connection, districtId, failureId), factors.codes(connection, districtId));
        return aggregates
                .handle(connection, districtId, failureId, expectedVersion, cause, command)
                .version();
    }

    /** Erases texts for good and says so, in one transaction; what was written about its actions later goes with them. */
    long redact(
            Connection connection,
            UUID failureId,
            OptionalLong expectedVersion,
            Append.Cause cause,
            RedactionReason reason,
            List<String> fields)
            throws SQLException {
        String districtId = request.districtId();
        stream.lock(connection, List.of(districtId));
        List<UUID> erased = new ArrayList<>(seals.erase(connection, districtId, failureId, fields));
        List<String> ofActions = fields.stream()
                .filter(field -> field.startsWith(OF_ACTIONS))
                .map(field -> field.substring(OF_ACTIONS.length()))
                .toList();
        if (fields.isEmpty() || !ofActions.isEmpty()) {
            for (UUID actionId : actions(connection, districtId, failureId)) {
                erased.addAll(seals.erase(connection, districtId, actionId, ofActions));
            }
        }
        FailureCommand command = new FailureCommand.RedactFailure(failureId, reason, fields, erased);
        return aggregates
                .handle(connection, districtId, failureId, expectedVersion, cause, command)
                .version();
    }

    private static List<UUID> actions(Connection connection, String districtId, UUID failureId) throws SQLException {
        return Query.of(
                        "select action_id from failure_action where district_id = ? and failure_id = ? order by position",
                        districtId,
                        failureId)
                .rows(connection, row -> row.getObject(1, UUID.class));
    }
}
