package org.inpractice.journeys.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.inpractice.stack.LocalService;

/** Looks every two milliseconds which of the expected observations the history holds. One in eight is enough to tell. */
final class VisibleEvents implements AutoCloseable {
    private static final int ONE_IN = 8;
    private static final long PAUSE_NANOS = 2_000_000;

    private final Connection connection;
    private final Map<UUID, Long> expected = new ConcurrentHashMap<>();
    private final AtomicInteger seen = new AtomicInteger();
    private final Thread thread = Thread.ofPlatform().name("visible-events").unstarted(this::look);
    private volatile boolean closed;
    private long[] lags = new long[4_096];
    private int found;

    VisibleEvents(Bench bench) throws SQLException {
        connection = bench.installation().postgres().connection(LocalService.LEARNING_LOG.database());
        thread.start();
    }

    /** An observation was acknowledged at this moment. */
    void expect(String observationId, long acknowledgedAt) {
        if (seen.incrementAndGet() % ONE_IN == 0) {
            expected.put(UUID.fromString(observationId), acknowledgedAt);
        }
    }

    private void look() {
        try (PreparedStatement query =
                connection.prepareStatement("select aggregate_id from history where aggregate_id = any (?)")) {
            while (!closed) {
                if (!expected.isEmpty()) {
                    query.setArray(
                            1,
                            connection.createArrayOf("uuid", expected.keySet().toArray()));
                    try (ResultSet row = query.executeQuery()) {
                        long now = System.nanoTime();
                        while (row.next()) {
                            keep(now - expected.remove(row.getObject(1, UUID.class)));
                        }
                    }
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void keep(long lag) {
        if (found == lags.length) {
            lags = Arrays.copyOf(lags, found * 2);
        }
        lags[found++] = Math.max(0, lag);
    }

    synchronized long[] sortedLags() {
        long[] sorted = Arrays.copyOf(lags, found);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many of those looked for never came. */
    int missing() {
        return expected.size();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
