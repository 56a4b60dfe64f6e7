package org.inpractice.learning.action;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.OwnEvents;
import org.inpractice.learning.action.ActionCommand.LinkMeasure;
import org.inpractice.learning.action.ActionCommand.Remind;
import org.inpractice.learning.action.ActionCommand.ReviseAction;
import org.inpractice.learning.action.ActionRequests.ActionRevision;
import org.inpractice.learning.followed.FollowedCycle;
import org.inpractice.learning.followed.FollowedMeasure;
import org.inpractice.learning.followed.FollowedSteps;
import org.inpractice.learning.sealing.Sealer;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Projection;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/**
 * The actions of all districts: decides on commands and keeps the read tables, on the caller's transaction. What a review
 * agreed on and what was done comes from the failures, in the transaction that appends it.
 */
@Singleton
@Startup
class Actions implements OwnEvents {
    private static final String STREAM_TYPE = "action";

    private final EventCodec<ActionFact> facts = new EventCodec<>(ActionFact.class);
    private final Aggregates<ActionCommand, Action, ActionEvent> aggregates;
    private final ActionProjection projection;
    private final DistrictStream stream;
    private final Seals seals;

    @Inject
    Actions(DistrictStream stream, ReadModels readModels, Seals seals) {
        this.stream = stream;
        this.seals = seals;
        this.projection = new ActionProjection(seals);
        this.aggregates = new Aggregates<>(
                stream, STREAM_TYPE, new EventCodec<>(ActionEvent.class), new ActionDecider(), ofOwnEvents());
        readModels.own("actions", facts, projection);
    }

    private Projection<ActionEvent> ofOwnEvents() {
        return new Projection<>() {
            @Override
            public List<String> tables() {
                return projection.tables();
            }

            @Override
            public void apply(Connection connection, List<Recorded<ActionEvent>> events) throws SQLException {
                appended(connection, events.stream().map(Recorded::envelope).toList());
            }
        };
    }

    @Override
    public void appended(Connection connection, List<RecordedEvent> events) throws SQLException {
        List<Recorded<ActionFact>> known = new ArrayList<>();
        events.forEach(event -> facts.read(event).ifPresent(fact -> known.add(new Recorded<>(event, fact))));
        projection.apply(connection, known);
    }

    long revise(
            Connection connection,
            String districtId,
            UUID actionId,
            OptionalLong seen,
            Append.Cause cause,
            ActionRevision revision,
            LocalDate today)
            throws SQLException {
        // Before any key is made: who makes keys and who waits for the district would otherwise wait for each other.
        stream.lock(connection, List.of(districtId));
        Sealer sealer = seals.sealer(connection, districtId, actionId);
        var command = new ReviseAction(
                actionId,
                ActionTable.standing(connection, districtId, actionId),
                revision.due(),
                sealer.seal("owner", revision.owner()),
                sealer.seal("reason", revision.reason()),
                today);
        return aggregates
                .handle(connection, districtId, actionId, seen, cause, command)
                .version();
    }

    long link(
            Connection connection,
            String districtId,
            UUID actionId,
            OptionalLong seen,
            Append.Cause cause,
            UUID measureId,
            UUID cycleId)
            throws SQLException {
        stream.lock(connection, List.of(districtId));
        Optional<FollowedMeasure> measure = FollowedMeasure.find(connection, districtId, measureId);
        boolean isKnown = measure.isPresent()
                && (cycleId == null
                        || FollowedCycle.of(FollowedSteps.ofCycle(connection, districtId, cycleId))
                                .flatMap(cycle -> cycle.role(measureId))
                                .isPresent());
        var command = new LinkMeasure(
                actionId, ActionTable.standing(connection, districtId, actionId), measureId, cycleId, isKnown);
        return aggregates
                .handle(connection, districtId, actionId, seen, cause, command)
                .version();
    }

    /** Reminds, of a district whose head is locked; returns how many events that led to. */
    int remind(Connection connection, String districtId, UUID actionId, Append.Cause cause, Reminder reminder)
            throws SQLException {
        var command = new Remind(actionId, ActionTable.standing(connection, districtId, actionId), reminder);
        return aggregates
                .handle(connection, districtId, actionId, OptionalLong.empty(), cause, command)
                .events()
                .size();
    }
}
