package org.inpractice.learning.search;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.inpractice.api.Follower;
import org.inpractice.api.Followers;
import org.inpractice.api.ReadModels;
import org.inpractice.learning.OwnEvents;
import org.inpractice.learning.sealing.Seals;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.Recorded;
import org.inpractice.stream.RecordedEvent;

/** Keeps texts findable: of failures in the transaction that tells or erases them, of cycles as their topic brings them. */
@Singleton
@Startup
public class SearchIndex implements OwnEvents {
    private static final String STUDIES = "studies";

    private final EventCodec<SearchFact> facts = new EventCodec<>(SearchFact.class);
    private final SearchProjection projection;
    private final Follower<CycleText> follower;

    @Inject
    SearchIndex(
            Seals seals,
            WordIndex index,
            ReadModels readModels,
            Followers followers,
            @ConfigProperty(name = "mp.messaging.incoming.studies.topics") List<String> topics) {
        projection = new SearchProjection(seals, index);
        readModels.own("search", facts, projection);
        follower = followers.follow(STUDIES, topics, new EventCodec<>(CycleText.class), new StudyProjection(index));
    }

    @Override
    public void appended(Connection connection, List<RecordedEvent> events) throws SQLException {
        List<Recorded<SearchFact>> known = new ArrayList<>();
        events.forEach(event -> facts.read(event).ifPresent(fact -> known.add(new Recorded<>(event, fact))));
        projection.apply(connection, known);
    }

    @Incoming(STUDIES)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        follower.receive(records);
    }
}
