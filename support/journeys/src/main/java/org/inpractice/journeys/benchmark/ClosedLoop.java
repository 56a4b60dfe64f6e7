package org.inpractice.journeys.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask again as soon as they are answered. */
final class ClosedLoop {
    private ClosedLoop() {}

    /** One client with what it holds open. */
    interface Client extends AutoCloseable {
        /** Asks once and waits for the answer. */
        void ask() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Makes the client of a number. */
    interface Clients {
        Client open(int number) throws Exception;
    }

    /**
     * What came out.
     *
     * @param perSecond answers
     * @param clientMicros processor time an answer cost on the asking side
     */
    record Outcome(double perSecond, double p50Millis, double p99Millis, double clientMicros) {}

    private static final class Lane {
        private final long[] nanos;
        private final long processorNanos;

        Lane(long[] nanos, long processorNanos) {
            this.nanos = nanos;
            this.processorNanos = processorNanos;
        }
    }

    /** Lets them ask for a while; the first tenth is for warming up and does not count. */
    static Outcome run(int count, Duration time, Clients clients) throws Exception {
        long began = System.nanoTime();
        long counted = began + time.toNanos() / 10;
        long end = counted + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Lane>> lanes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                Callable<Lane> lane = () -> lane(clients, number, counted, end);
                lanes.add(threads.submit(lane));
            }
            return outcome(lanes, time);
        }
    }

    private static Lane lane(Clients clients, int number, long counted, long end) throws Exception {
        long[] nanos = new long[1_024];
        int size = 0;
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        try (Client client = clients.open(number)) {
            long before = processor.getCurrentThreadCpuTime();
            boolean counting = false;
            for (long start = System.nanoTime(); start < end; ) {
                client.ask();
                long answered = System.nanoTime();
                if (start >= counted && answered <= end) {
                    if (!counting) {
                        before = processor.getCurrentThreadCpuTime();
                        counting = true;
                    }
                    if (size == nanos.length) {
                        nanos = Arrays.copyOf(nanos, size * 2);
                    }
                    nanos[size++] = answered - start;
                }
                start = answered;
            }
            return new Lane(Arrays.copyOf(nanos, size), processor.getCurrentThreadCpuTime() - before);
        }
    }

    private static Outcome outcome(List<Future<Lane>> lanes, Duration time) throws Exception {
        List<long[]> all = new ArrayList<>();
        long processorNanos = 0;
        for (Future<Lane> future : lanes) {
            Lane lane = future.get();
            all.add(lane.nanos);
            processorNanos += lane.processorNanos;
        }
        long[] sorted = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalStateException("not one answer in " + time.toSeconds() + " s");
        }
        return new Outcome(
                sorted.length / (time.toMillis() / 1e3),
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                processorNanos / 1e3 / sorted.length);
    }

    /** In milliseconds, of sorted nanoseconds. */
    static double percentile(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / 1e6;
    }
}
