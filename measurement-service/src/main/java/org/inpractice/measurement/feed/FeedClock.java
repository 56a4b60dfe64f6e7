package org.inpractice.measurement.feed;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.inpractice.api.StreamRelay;
import org.inpractice.measurement.feed.Arrivals.Arrival;
import org.inpractice.measurement.feed.Deliveries.Saying;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.LockedDistricts;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/**
 * Looks at the clock, on every replica: says what is late, and what has caught up.
 *
 * <p>Arrivals are looked for here and not in the transaction of the observation: it would have to know of feeds, on the
 * one path that must be fast, and every upload would pay for it. Nothing depends on when we look: whether a delivery was
 * in time, and when it arrived, is read from when the observations were recorded.
 */
@ApplicationScoped
public class FeedClock {
    private static final Logger LOG = Logger.getLogger(FeedClock.class);
    private static final int EXPECTATIONS_AT_ONCE = 500;
    private static final int ARRIVALS_AT_ONCE = 500;

    @Inject
    Transactions transactions;

    @Inject
    DistrictStream stream;

    @Inject
    DueDates dueDates;

    @Inject
    Deliveries deliveries;

    @Inject
    StreamRelay relay;

    @Inject
    Clock clock;

    /** One look at one district. */
    private interface Look {
        /** Whether there may be more to do. */
        boolean once(String districtId) throws SQLException;
    }

    @Scheduled(every = "{inpractice.feeds.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() throws SQLException {
        run(clock.instant());
    }

    /**
     * Says all that there is to say at an instant. May run at the same time on any number of replicas.
     *
     * @throws SQLException when the database does not answer; whatever was not said is said the next time
     */
    public void run(Instant now) throws SQLException {
        List<String> due = districtsDue(now);
        while (!due.isEmpty()) {
            int done = 0;
            for (String districtId : due) {
                done += all(districtId, each -> judge(each, now)) ? 1 : 0;
            }
            // Districts that cannot be judged stay due; they must not be tried for ever in one go.
            due = done < due.size() ? List.of() : districtsDue(now);
        }
        for (String districtId : transactions.call(Watch::moved)) {
            all(districtId, this::catchUp);
        }
    }

    private List<String> districtsDue(Instant now) throws SQLException {
        return transactions.call(connection -> Expectations.districtsDue(connection, now, EXPECTATIONS_AT_ONCE));
    }

    /** False when a district could not be looked at; the others shall not wait for it. */
    private static boolean all(String districtId, Look look) {
        try {
            boolean more = true;
            while (more) {
                more = look.once(districtId);
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "the data feeds of district %s could not be looked at; tried again soon", districtId);
            return false;
        }
    }

    private boolean judge(String districtId, Instant now) throws SQLException {
        DueDates.Round round = transactions.call(connection -> dueDates.judge(connection, districtId, now));
        if (round.events() > 0) {
            relay.nudge(districtId);
        }
        return round.more();
    }

    /** Searches without the district's lock, which it takes only when it has found something. */
    private boolean catchUp(String districtId) throws SQLException {
        boolean found = transactions.call(connection -> {
            // Read first: what is recorded while we search has a higher number, and is searched the next time.
            long sequence = stream.lastSequence(connection, districtId);
            boolean any = !Arrivals.ofLate(connection, districtId, 1).isEmpty();
            if (!any) {
                Watch.searched(connection, districtId, sequence);
            }
            return any;
        });
        if (found && transactions.call(connection -> sayCaughtUp(connection, districtId)) > 0) {
            relay.nudge(districtId);
        }
        return found;
    }

    private int sayCaughtUp(java.sql.Connection connection, String districtId) throws SQLException {
        LockedDistricts district = stream.lock(connection, List.of(districtId));
        List<Saying> arrived = Arrivals.ofLate(connection, districtId, ARRIVALS_AT_ONCE).stream()
                .map(this::saying)
                .toList();
        return deliveries.say(connection, district, arrived);
    }

    private Saying saying(Arrival arrival) {
        return new Saying(
                arrival.command(),
                new Append.Cause(stream.source(), arrival.command().arrivedAt(), arrival.eventId(), null));
    }
}
