package org.inpractice.measurement.feed;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inpractice.api.ReadModels;
import org.inpractice.measurement.feed.DeliveryTable.Present;
import org.inpractice.stream.Append;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.LockedDistricts;

/** The deliveries of all feeds: decides what is said of them and keeps the read table, on the caller's transaction. */
@Singleton
@Startup
class Deliveries {
    private static final String STREAM_TYPE = "delivery";

    private final EventCodec<DeliveryEvent> codec = new EventCodec<>(DeliveryEvent.class);
    private final DeliveryDecider decider = new DeliveryDecider();
    private final DeliveryProjection projection = new DeliveryProjection();

    @Inject
    Deliveries(ReadModels readModels) {
        readModels.own("feed-deliveries", codec, projection);
    }

    /** What is to be said of a delivery, and why. */
    record Saying(DeliveryCommand command, Append.Cause cause) {}

    /**
     * Says things of deliveries of a district whose head is locked, so that nobody else says them meanwhile. What was said
     * before is not said again; should the lock ever fail to hold, the first version of a delivery's stream is there only
     * once.
     *
     * @return how many events came of it
     */
    int say(Connection connection, LockedDistricts districts, List<Saying> sayings) throws SQLException {
        if (sayings.isEmpty()) {
            return 0;
        }
        Map<DeliveryKey, Present> present = new HashMap<>(DeliveryTable.present(
                connection,
                sayings.stream().map(saying -> saying.command().subject().key()).toList()));
        List<Append<DeliveryEvent>> appends = new ArrayList<>();
        for (Saying saying : sayings) {
            DeliveryKey key = saying.command().subject().key();
            Present before = present.getOrDefault(key, new Present(0, decider.initialState()));
            List<DeliveryEvent> events = decider.decide(saying.command(), before.delivery());
            Present after = before;
            for (DeliveryEvent event : events) {
                after = new Present(after.version() + 1, decider.evolve(after.delivery(), event));
            }
            if (!events.isEmpty()) {
                appends.add(new Append<>(
                        key.districtId(), STREAM_TYPE, key.deliveryId(), before.version(), saying.cause(), events));
                present.put(key, after);
            }
        }
        if (!appends.isEmpty()) {
            projection.apply(connection, districts.append(connection, codec, appends));
        }
        return appends.size();
    }
}
