package org.inpractice.api;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.inpractice.stream.ParkedSequence;
import org.inpractice.stream.ParkedSequences;
import org.inpractice.stream.RelayLag;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/**
 * Gauges of the stream, read from the database every few seconds and so the same on every replica: take their maximum,
 * not their sum.
 */
@ApplicationScoped
public class StreamMetrics {
    private static final Logger LOG = Logger.getLogger(StreamMetrics.class);

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Inject
    MeterRegistry registry;

    private Timer commands;
    private volatile RelayLag lag = new RelayLag(0, Duration.ZERO, 0);
    private volatile List<ParkedSequence> parked = List.of();

    void register(@Observes StartupEvent event) {
        commands = Timer.builder("inpractice.append")
                .description("transactions that append to the stream, from begin to commit")
                .publishPercentileHistogram()
                .register(registry);
        gauge(
                "inpractice.relay.lag.events",
                "events appended and not yet known to be on the topic",
                it -> it.lag.events());
        gauge(
                "inpractice.relay.lag.seconds",
                "age of the oldest event that waits for the relay",
                it -> it.lag.age().toMillis() / 1000.0);
        gauge(
                "inpractice.relay.lag.districts",
                "districts with events that wait for the relay",
                it -> it.lag.districts());
        gauge(
                "inpractice.inbox.parked.sequences",
                "sequences of foreign events that stand still",
                it -> it.parked.size());
        gauge(
                "inpractice.inbox.held.events",
                "events that wait behind a parked one",
                it -> it.parked.stream().mapToLong(ParkedSequence::held).sum());
    }

    /** Runs a command's transaction and records how long it took, refusals and all. */
    public <T> T timed(Command<T> command) throws SQLException {
        long start = System.nanoTime();
        try {
            return command.run();
        } finally {
            commands.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * A command's transaction.
     *
     * @param <T> result
     */
    @FunctionalInterface
    public interface Command<T> {
        /** Runs it to the commit. */
        T run() throws SQLException;
    }

    private void gauge(String name, String description, ToDoubleFunction<StreamMetrics> value) {
        Gauge.builder(name, this, value).description(description).register(registry);
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try {
            lag = transactions.call(connection -> RelayLag.measure(connection, clock.instant()));
            parked = transactions.call(ParkedSequences::all);
        } catch (SQLException e) {
            LOG.warnf("the stream cannot be measured: %s", e.getMessage());
        }
    }
}
