package org.inpractice.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The aggregates of one kind: loads one from its events, lets its {@link Decider} decide, appends what it decided and
 * keeps the service's own read tables, all on the caller's transaction.
 *
 * @param <C> commands
 * @param <S> state
 * @param <E> events
 */
public final class Aggregates<C, S, E> {
    private final DistrictStream stream;
    private final String streamType;
    private final EventCodec<E> codec;
    private final Decider<C, S, E> decider;
    private final Projection<E> projection;

    /** All parts of one kind of aggregate. */
    public Aggregates(
            DistrictStream stream,
            String streamType,
            EventCodec<E> codec,
            Decider<C, S, E> decider,
            Projection<E> projection) {
        this.stream = stream;
        this.streamType = streamType;
        this.codec = codec;
        this.decider = decider;
        this.projection = projection;
    }

    /** The state of an aggregate and its version; version 0 and the initial state when it does not exist. */
    public Outcome<S> load(Connection connection, String districtId, UUID streamId) throws SQLException {
        S state = decider.initialState();
        long version = 0;
        for (RecordedEvent event : stream.aggregate(connection, districtId, streamId)) {
            state = codec.read(event).map(evolved(state)).orElse(state);
            version = event.streamVersion();
        }
        return new Outcome<>(state, version, List.of());
    }

    /**
     * Handles one command.
     *
     * @param expectedVersion the version the caller saw ({@code If-Match}), or empty
     * @return the state after it, its version, and the events it led to
     * @throws StaleVersionException when the aggregate is not, or no longer, at the expected version
     * @throws Refusal when the rules do not allow the command
     */
    public Outcome<S> handle(
            Connection connection,
            String districtId,
            UUID streamId,
            OptionalLong expectedVersion,
            Append.Cause cause,
            C command)
            throws SQLException {
        Outcome<S> before = load(connection, districtId, streamId);
        if (expectedVersion.isPresent() && expectedVersion.getAsLong() != before.version()) {
            throw new StaleVersionException(null);
        }
        List<E> decided = decider.decide(command, before.state());
        if (decided.isEmpty()) {
            return before;
        }
        List<Recorded<E>> recorded = stream.append(
                connection,
                codec,
                List.of(new Append<>(districtId, streamType, streamId, before.version(), cause, decided)));
        projection.apply(connection, recorded);
        S state = before.state();
        for (E event : decided) {
            state = decider.evolve(state, event);
        }
        return new Outcome<>(
                state,
                before.version() + decided.size(),
                recorded.stream().map(Recorded::envelope).toList());
    }

    private java.util.function.Function<E, S> evolved(S state) {
        return event -> decider.evolve(state, event);
    }

    /**
     * An aggregate after a command.
     *
     * @param state its state
     * @param version its version, the {@code ETag} of its resource
     * @param events what the command led to; empty when it changed nothing
     * @param <S> state
     */
    public record Outcome<S>(S state, long version, List<RecordedEvent> events) {}
}
