package org.inpractice.learning.action;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.StreamRelay;
import org.inpractice.learning.action.ActionTable.DueReminder;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/**
 * Looks at the clock, on every replica, and reminds of actions: once each. Under the district's lock nobody else reminds of
 * the same, and what was said of an action is read from its own stream. When nobody looked for a while only the last
 * reminder that was due is given.
 */
@Singleton
@Startup
public class ActionClock {
    private static final Logger LOG = Logger.getLogger(ActionClock.class);
    private static final int AT_ONCE = 200;

    private final Transactions transactions;
    private final DistrictStream stream;
    private final Actions actions;
    private final StreamRelay relay;
    private final Clock clock;
    private final ReminderTerms terms;

    @Inject
    ActionClock(
            Transactions transactions,
            DistrictStream stream,
            Actions actions,
            StreamRelay relay,
            Clock clock,
            @ConfigProperty(name = "inpractice.actions.remind-days-before") int daysBefore,
            @ConfigProperty(name = "inpractice.actions.remind-overdue-weeks") int overdueWeeks) {
        this.transactions = transactions;
        this.stream = stream;
        this.actions = actions;
        this.relay = relay;
        this.clock = clock;
        this.terms = new ReminderTerms(daysBefore, overdueWeeks);
    }

    @Scheduled(every = "{inpractice.actions.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() throws SQLException {
        run(clock.instant());
    }

    /**
     * Gives all reminders that are due at an instant. May run at the same time on any number of replicas.
     *
     * @throws SQLException when the database does not answer; what was not said is said the next time
     */
    public void run(Instant now) throws SQLException {
        LocalDate today = CalendarDays.earliest(now);
        for (String districtId :
                transactions.call(connection -> ActionTable.districtsToRemind(connection, terms, today))) {
            try {
                run(districtId, today);
            } catch (SQLException | RuntimeException e) {
                LOG.errorf(e, "the actions of district %s could not be looked at; tried again soon", districtId);
            }
        }
    }

    /** The same for one district, on a day. */
    void run(String districtId, LocalDate today) throws SQLException {
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = transactions.call(connection -> remind(connection, districtId, today));
        }
    }

    private int remind(Connection connection, String districtId, LocalDate today) throws SQLException {
        stream.lock(connection, List.of(districtId));
        List<DueReminder> due = ActionTable.toRemind(connection, districtId, terms, today, AT_ONCE);
        var cause = new Append.Cause(stream.source(), clock.instant(), null, null);
        int events = 0;
        for (DueReminder reminder : due) {
            events += actions.remind(connection, districtId, reminder.actionId(), cause, reminder.reminder());
        }
        if (events > 0) {
            relay.nudge(districtId);
        }
        return events;
    }
}
