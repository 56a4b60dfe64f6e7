package org.inpractice.journeys.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.inpractice.journeys.HttpConnection;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.LocalService;

/**
 * (e) How long after its POST is acknowledged an observation is in the committed history of learning-log-service, at a given
 * rate of single POSTs, and whether any is lost.
 */
public final class Lag implements Measurement {
    private static final int SENDERS = 16;

    @Override
    public void run(Bench bench) throws Exception {
        try (RunningService measurement = bench.installation().launch(LocalService.MEASUREMENT);
                RunningService learning = bench.installation().launch(LocalService.LEARNING_LOG)) {
            measurement.awaitReady(Duration.ofMinutes(2));
            learning.awaitReady(Duration.ofMinutes(2));
            MeasurementClient client = new MeasurementClient(bench, measurement);
            double most = ClosedLoop.run(
                            SENDERS, bench.roundTime().multipliedBy(3), number -> new Poster(client.connect()) {
                                @Override
                                public void ask() throws IOException {
                                    client.postOne(connection, MeasurementClient.someDistrict());
                                }
                            })
                    .perSecond();
            Table table = new Table("(e) single POSTs", "sent/s", "lag p50 ms", "lag p99 ms", "posted", "lost");
            measure(bench, client, table, "1,000/s", 1_000);
            measure(bench, client, table, "half of the most (%s/s)".formatted(Bench.perSecond(most)), most / 2);
            bench.say(table.toString());
        }
    }

    private static void measure(Bench bench, MeasurementClient client, Table table, String what, double perSecond)
            throws Exception {
        List<Double> p50 = new ArrayList<>();
        List<Double> p99 = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        long posted = 0;
        long lost = 0;
        try (Connection learning = bench.installation().postgres().connection(LocalService.LEARNING_LOG.database())) {
            for (int round = 0; round < bench.rounds(); round++) {
                awaitHistory(bench, learning);
                try (VisibleEvents visible = new VisibleEvents(bench)) {
                    long sent = send(bench, client, visible, perSecond);
                    posted += sent;
                    rates.add(sent / seconds(bench));
                    awaitHistory(bench, learning);
                    long[] lags = visible.sortedLags();
                    lost += visible.missing();
                    p50.add(ClosedLoop.percentile(lags, 0.5));
                    p99.add(ClosedLoop.percentile(lags, 0.99));
                }
            }
            lost += recorded(bench) - inHistory(learning);
        }
        table.row(
                what,
                Bench.perSecond(Bench.median(rates)),
                "%.0f".formatted(Bench.median(p50)),
                "%.0f".formatted(Bench.median(p99)),
                "%,d".formatted(posted),
                lost);
    }

    private static double seconds(Bench bench) {
        return 2 * bench.roundTime().toMillis() / 1e3;
    }

    /** Each sender has its own times to send at, and catches up when an answer was late. */
    private static long send(Bench bench, MeasurementClient client, VisibleEvents visible, double perSecond)
            throws Exception {
        long began = System.nanoTime();
        long interval = (long) (SENDERS * 1e9 / perSecond);
        long end = began + (long) (seconds(bench) * 1e9);
        AtomicLong sent = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Void>> lanes = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                long first = began + i * interval / SENDERS;
                Callable<Void> lane = () -> {
                    try (HttpConnection connection = client.connect()) {
                        for (long due = first; due < end; due += interval) {
                            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                                LockSupport.parkNanos(wait);
                            }
                            if (System.nanoTime() > end) {
                                break;
                            }
                            String id = client.postOne(connection, MeasurementClient.someDistrict());
                            visible.expect(id, System.nanoTime());
                            sent.incrementAndGet();
                        }
                    }
                    return null;
                };
                lanes.add(threads.submit(lane));
            }
            for (Future<Void> lane : lanes) {
                lane.get();
            }
        }
        return sent.get();
    }

    private static long recorded(Bench bench) throws Exception {
        try (Connection measurement = bench.installation().postgres().connection(LocalService.MEASUREMENT.database())) {
            return StreamDatabase.number(measurement, "select coalesce(sum(last_seq), 0) from district_head");
        }
    }

    private static long inHistory(Connection learning) throws Exception {
        return StreamDatabase.number(learning, "select count(*) from history where source = 'measurement-service'");
    }

    /** Waits until everything has arrived that was recorded; gives up after a minute. */
    private static void awaitHistory(Bench bench, Connection learning) throws Exception {
        long recorded = recorded(bench);
        long began = System.nanoTime();
        while (StreamDatabase.number(learning, """
                select coalesce(sum(applied_seq), 0) from inbox_cursor
                where consumer = 'history' and source = 'measurement-service'""") < recorded) {
            if (System.nanoTime() - began > Duration.ofMinutes(1).toNanos()) {
                return;
            }
            LockSupport.parkNanos(20_000_000);
        }
        LockSupport.parkNanos(50_000_000);
    }
}
