package org.inpractice.cycles.feedback;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.inpractice.api.Follower;
import org.inpractice.api.Followers;
import org.inpractice.stream.EventCodec;

/** Follows the topic of measures; each event takes effect exactly once. */
@ApplicationScoped
@Startup
public class FeedbackFollower {
    /** The read model's name for a rebuild, and of its inbox. */
    public static final String NAME = "known-feedback";

    private static final List<String> TOPICS = List.of("improvement.measures.v1");

    private final Follower<ToldEvent> follower;

    @Inject
    FeedbackFollower(Followers followers) {
        EventCodec<ToldEvent> codec = new EventCodec<>(ToldEvent.class);
        follower = followers.follow(NAME, TOPICS, codec, new ToldProjection(codec));
    }

    /** Takes what a poll brought; the offsets follow. */
    @Incoming(NAME)
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        follower.receive(records);
    }
}
