package org.inpractice.learning.trend;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.OwnEvents;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps what is counted over time, in the transaction that appends what happened to a failure. */
@Singleton
@Startup
class TrendIndex implements OwnEvents {
    private final EventCodec<TrendFact> facts = new EventCodec<>(TrendFact.class);
    private final TrendProjection projection;

    @Inject
    TrendIndex(Seals seals, ReadModels readModels) {
        projection = new TrendProjection(seals);
        readModels.own("trends", facts, projection);
    }

    @Override
    public void appended(Connection connection, List<RecordedEvent> events) throws SQLException {
        List<Recorded<TrendFact>> known = new ArrayList<>();
        events.forEach(event -> facts.read(event).ifPresent(fact -> known.add(new Recorded<>(event, fact))));
        projection.apply(connection, known);
    }
}
