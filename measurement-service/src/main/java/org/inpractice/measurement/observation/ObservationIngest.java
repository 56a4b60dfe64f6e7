package org.inpractice.measurement.observation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.IdempotencyKeys;
import org.inpractice.api.Problems;
import org.inpractice.api.StoreException;
import org.inpractice.api.StreamMetrics;
import org.inpractice.api.StreamRelay;
import org.inpractice.measurement.observation.Observations.Told;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.StaleVersionException;
import org.inpractice.stream.Transactions;

/**
 * Group commit for single observations: those that wait at the same time share one transaction, and each is answered
 * after its commit.
 *
 * <p>Why this path is special: a commit of its own for each costs the database ten times what an event in a batch costs,
 * and districts post observations one by one all day long. With few threads draining the queue, the busier it is the
 * larger the batches get; an idle service commits one observation at once, without waiting for company.
 *
 * <p>A refused observation never fails its neighbours: refusals are results, not exceptions. When a transaction fails for
 * another reason than an absent database, each of its observations is tried in one of its own.
 */
@Singleton
public class ObservationIngest {
    private static final int ATTEMPTS = 5;
    private static final int WAITING = 5_000;
    private static final long IDLE_MILLIS = 200;

    /** A smaller batch is committed before the next is gathered, so that those who come meanwhile share that one. */
    private static final int GOOD_COMPANY = 32;

    private final IngestTransaction transaction;
    private final Transactions transactions;
    private final StreamMetrics metrics;
    private final StreamRelay relay;
    private final int committers;
    private final int largestBatch;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final ReentrantLock gathering = new ReentrantLock();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    @Inject
    ObservationIngest(
            IngestTransaction transaction,
            Transactions transactions,
            StreamMetrics metrics,
            StreamRelay relay,
            @ConfigProperty(name = "inpractice.ingest.committers", defaultValue = "2") int committers,
            @ConfigProperty(name = "inpractice.ingest.largest-batch", defaultValue = "100") int largestBatch) {
        this.transaction = transaction;
        this.transactions = transactions;
        this.metrics = metrics;
        this.relay = relay;
        this.committers = committers;
        this.largestBatch = largestBatch;
    }

    /**
     * An observation that waits for its commit.
     *
     * @param key its idempotency key, or null
     * @param requestHash digest of the request, when there is a key
     */
    record Waiting(Told told, IdempotencyKeys.Key key, String requestHash, CompletableFuture<Answered> answer) {}

    /**
     * What became of it: a result, or the answer that its key had got before.
     *
     * @param replayed null when it is new
     */
    record Answered(Observations.Result result, IdempotencyKeys.Stored replayed) {}

    void start(@Observes StartupEvent event) {
        for (int i = 1; i <= committers; i++) {
            threads.add(Thread.ofPlatform().name("observation-ingest-" + i).start(this::drain));
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    /** Queues an observation. The future is complete after the commit. */
    CompletableFuture<Answered> record(Told told, IdempotencyKeys.Key key, String requestHash) {
        Waiting waiting = new Waiting(told, key, requestHash, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            throw Problems.of(
                    503,
                    "INGEST_IS_FULL",
                    "Too many observations wait",
                    "Send it again in a moment, or many in one array of up to 1,000.");
        }
        return waiting.answer();
    }

    private void drain() {
        List<Waiting> batch = new ArrayList<>(largestBatch);
        while (true) {
            gathering.lock();
            try {
                Waiting first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (stopping) {
                        return;
                    }
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch, largestBatch - 1);
                if (batch.size() >= GOOD_COMPANY) {
                    gathering.unlock();
                }
                commitInRounds(batch);
            } catch (InterruptedException e) {
                return;
            } finally {
                batch.clear();
                if (gathering.isHeldByCurrentThread()) {
                    gathering.unlock();
                }
            }
        }
    }

    /** Two requests with one key must follow one another: the second waits for a round of its own. */
    private void commitInRounds(List<Waiting> batch) {
        List<Waiting> rest = batch;
        while (!rest.isEmpty()) {
            Set<IdempotencyKeys.Key> keys = new HashSet<>();
            List<Waiting> round = new ArrayList<>(rest.size());
            List<Waiting> later = new ArrayList<>();
            for (Waiting waiting : rest) {
                (waiting.key() == null || keys.add(waiting.key()) ? round : later).add(waiting);
            }
            commit(round);
            rest = later;
        }
    }

    private void commit(List<Waiting> round) {
        try {
            List<Answered> answers = committed(round);
            round.stream()
                    .map(waiting -> waiting.told().districtId())
                    .distinct()
                    .forEach(relay::nudge);
            for (int i = 0; i < round.size(); i++) {
                round.get(i).answer().complete(answers.get(i));
            }
        } catch (SQLException | RuntimeException | Error e) {
            if (round.size() > 1 && !SqlErrors.isTransient(e)) {
                round.forEach(waiting -> commit(List.of(waiting)));
            } else {
                Throwable failure = e instanceof SQLException sql ? new StoreException(sql) : e;
                round.forEach(waiting -> waiting.answer().completeExceptionally(failure));
            }
        }
    }

    private List<Answered> committed(List<Waiting> round) throws SQLException {
        boolean lookUpKeys = false;
        for (int attempt = 1; ; attempt++) {
            try {
                boolean lookUp = lookUpKeys;
                return metrics.timed(() -> transactions.call(connection -> transaction.run(connection, round, lookUp)));
            } catch (StaleVersionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (SQLException e) {
                // Only what surely did not commit is tried again.
                boolean keyIsKnown = !lookUpKeys && IdempotencyKeys.isKnown(e);
                if (attempt == ATTEMPTS || (!keyIsKnown && !SqlErrors.isTransactionVictim(e))) {
                    throw e;
                }
                lookUpKeys |= keyIsKnown;
            }
        }
    }
}
