package org.inpractice.learning.history;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.inpractice.api.Follower;
import org.inpractice.api.Followers;
import org.inpractice.stream.RecordedEvent;

/** Follows the topics of all three services, our own among them: one way in, one order of things. */
@Singleton
@Startup
public class HistoryFollower {
    /** The inbox and the read model. */
    static final String NAME = "history";

    private final Follower<RecordedEvent> follower;
    private final Event<HistoryArrived> arrived;

    @Inject
    HistoryFollower(
            Followers followers,
            Event<HistoryArrived> arrived,
            @ConfigProperty(name = "mp.messaging.incoming.history.topics") List<String> topics) {
        this.arrived = arrived;
        // Every type is the history's business, also those that nobody has thought of yet.
        follower = followers.follow(NAME, topics, Optional::of, new HistoryProjection());
    }

    @Incoming(NAME)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        follower.receive(records);
        arrived.fire(new HistoryArrived());
    }
}
