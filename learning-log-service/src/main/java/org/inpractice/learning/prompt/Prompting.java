package org.inpractice.learning.prompt;

import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.inpractice.api.StreamRelay;
import org.inpractice.learning.prompt.PromptCommand.OfData;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/**
 * Opens prompts for what the other services told, and says when their causes are gone: once each, however many replicas
 * look, however often an event arrives, whatever is rebuilt.
 *
 * <p>What was told is followed into tables that can be made anew at any time. This reads them behind a cursor that no
 * rebuild touches. What it appends and where the cursor stands are committed together, under the district's lock; and the
 * id of a prompt is made from its cause, so that even a lost cursor opens none twice.
 */
@Singleton
@Startup
class Prompting {
    private static final Logger LOG = Logger.getLogger(Prompting.class);

    /** A district that cannot be looked at must not fill the log, nor keep others waiting. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Map<String, Instant> pausedUntil = new HashMap<>();
    private final Transactions transactions;
    private final DistrictStream stream;
    private final Prompts prompts;
    private final StreamRelay relay;
    private final Clock clock;

    @Inject
    Prompting(Transactions transactions, DistrictStream stream, Prompts prompts, StreamRelay relay, Clock clock) {
        this.transactions = transactions;
        this.stream = stream;
        this.prompts = prompts;
        this.relay = relay;
        this.clock = clock;
    }

    @Scheduled(every = "{inpractice.prompts.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAtAll() throws SQLException {
        Instant now = clock.instant();
        pausedUntil.values().removeIf(until -> !until.isAfter(now));
        for (String districtId : transactions.call(PromptCursor::districtsBehind)) {
            if (pausedUntil.containsKey(districtId)) {
                continue;
            }
            try {
                look(districtId);
            } catch (SQLException | RuntimeException e) {
                LOG.errorf(e, "what was told of district %s could not be looked at; tried again soon", districtId);
                pausedUntil.put(districtId, now.plus(PAUSE_AFTER_FAILURE));
            }
        }
    }

    /** Looks at all that was told of a district since the last look. Returns how many events that led to. */
    int look(String districtId) throws SQLException {
        int all = 0;
        boolean more = true;
        while (more) {
            if (transactions.call(connection -> passOver(connection, districtId))) {
                break;
            }
            Round round = transactions.call(connection -> say(connection, districtId));
            all += round.events();
            more = round.more();
        }
        if (all > 0) {
            relay.nudge(districtId);
        }
        return all;
    }

    private record Round(int events, boolean more) {}

    /** Most of what is told are numbers that nobody guards: those are passed without the district's lock. */
    private static boolean passOver(Connection connection, String districtId) throws SQLException {
        PromptCursor from = PromptCursor.read(connection, districtId);
        PromptCursor end = PromptCursor.end(connection, districtId);
        if (Told.between(connection, districtId, from, end).isEmpty()) {
            end.keep(connection, districtId);
            return true;
        }
        return false;
    }

    private Round say(Connection connection, String districtId) throws SQLException {
        stream.lock(connection, List.of(districtId));
        PromptCursor from = PromptCursor.read(connection, districtId);
        PromptCursor end = PromptCursor.end(connection, districtId);
        PromptCursor to = from.towards(end);
        int events = 0;
        for (OfData command : Told.between(connection, districtId, from, to).commands(connection)) {
            var cause = new Append.Cause(
                    stream.source(), clock.instant(), command.evidence().eventId(), null);
            events += prompts.say(connection, districtId, cause, command);
        }
        to.keep(connection, districtId);
        return new Round(events, !to.equals(end));
    }
}
