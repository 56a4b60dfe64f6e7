package org.inpractice.learning.followed;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.inpractice.api.Follower;
import org.inpractice.api.Followers;
import org.inpractice.stream.EventCodec;

/** Follows cycles and measures for what this service learns from; each event takes effect exactly once. */
@Singleton
@Startup
public class FollowedFollower {
    /** The inbox and the read model. */
    static final String NAME = "followed";

    private final Follower<FollowedEvent> follower;

    @Inject
    FollowedFollower(
            Followers followers, @ConfigProperty(name = "mp.messaging.incoming.followed.topics") List<String> topics) {
        EventCodec<FollowedEvent> codec = new EventCodec<>(FollowedEvent.class);
        follower = followers.follow(NAME, topics, codec, new FollowedProjection(codec));
    }

    @Incoming(NAME)
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        follower.receive(records);
    }
}
