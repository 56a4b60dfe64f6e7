package org.inpractice.measurement.feedback;

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

/** Follows the topics of cycles and failures for the feedback report; each event takes effect exactly once. */
@ApplicationScoped
@Startup
public class FeedbackFollower {
    /** The read model's name for a rebuild, and of its inbox. */
    static final String NAME = "feedback";

    private static final List<String> TOPICS = List.of("improvement.cycles.v1", "improvement.learning.v1");

    private final Follower<FollowedEvent> follower;

    @Inject
    FeedbackFollower(Followers followers) {
        EventCodec<FollowedEvent> codec = new EventCodec<>(FollowedEvent.class);
        follower = followers.follow(NAME, TOPICS, codec, new FollowedProjection(codec));
    }

    /** Takes what a poll brought; the offsets follow. */
    @Incoming("feedback")
    @Blocking
    public void receive(ConsumerRecords<String, byte[]> records) {
        follower.receive(records);
    }
}
