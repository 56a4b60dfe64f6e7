package org.inpractice.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/**
 * Publishes the event table to a topic: the event table is the outbox.
 *
 * <p>Promises: every committed event reaches the topic at least once; of each district the first occurrences are in
 * sequence order; a copy carries the same id. Any number of relays may run, on any number of replicas: a district's
 * cursor row is locked by the one that relays it. A relay that dies or freezes between broker acknowledgement and
 * commit leaves the cursor behind, so another sends those events again; it never leaves a gap.
 *
 * <p>The producer must be configured with {@code acks=all}, {@code enable.idempotence=true} and a delivery timeout so
 * long that it never gives up on one record and goes on with the next.
 */
public final class Relay implements AutoCloseable {
    // Two keep both the database and the broker busy; a lane has one connection while it works.
    private static final int LANES = 2;

    private final Timing timing;
    private final List<RelayLane> lanes = new ArrayList<>();

    /**
     * How a relay waits.
     *
     * @param sweep how often districts are looked for that nobody nudged about: those of other replicas, and what a
     *     crash left behind
     * @param rest how long after the start of a round that left nothing behind the next one may start: a round costs the
     *     same for one event as for fifty, and on a busy service those that come meanwhile share it
     * @param idleLimit how long its database session may hold districts while waiting for the broker; after it the
     *     server ends the session, and another relay takes over
     */
    public record Timing(Duration sweep, Duration rest, Duration idleLimit) {
        /** Half a second, 15 milliseconds, five seconds. */
        public static Timing standard() {
            return new Timing(Duration.ofMillis(500), Duration.ofMillis(15), Duration.ofSeconds(5));
        }
    }

    /**
     * A relay, not yet started.
     *
     * @param publishedForm what partners may see of an event; the identity, unless the service holds something back
     */
    public Relay(
            DistrictStream stream,
            Transactions transactions,
            Producer<String, byte[]> producer,
            String topic,
            PublishedForm publishedForm,
            Timing timing) {
        this.timing = timing;
        for (int i = 0; i < LANES; i++) {
            int lane = i;
            lanes.add(new RelayLane(
                    stream,
                    transactions,
                    producer,
                    topic,
                    publishedForm,
                    timing,
                    "relay-" + topic + "-" + lane,
                    districtId -> laneOf(districtId) == lane));
        }
    }

    /** Starts relaying on threads of its own. */
    public Relay start() {
        lanes.forEach(RelayLane::start);
        return this;
    }

    /** Says that a district has new committed events. Never blocks; call it after the commit. */
    public void nudge(String districtId) {
        lanes.get(laneOf(districtId)).nudge(districtId);
    }

    /** Ends after the rounds under way, or in the middle of one when the broker does not answer. */
    @Override
    public void close() {
        lanes.forEach(RelayLane::askToEnd);
        try {
            for (RelayLane lane : lanes) {
                lane.awaitEnd(timing.idleLimit());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int laneOf(String districtId) {
        return Math.floorMod(districtId.hashCode(), LANES);
    }
}
