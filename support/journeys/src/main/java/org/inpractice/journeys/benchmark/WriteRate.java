package org.inpractice.journeys.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.LocalService;

/**
 * (a) and (b): durable events a second written by plain JDBC, and posted through the whole measurement-service with token,
 * validation and idempotency key. In turns, so that what slows the machine slows both.
 */
public final class WriteRate implements Measurement {
    private static final List<Integer> CLIENTS = List.of(1, 8, 16, 64);
    private static final int ARRAY_CLIENTS = 4;

    private final boolean throughTheService;

    /** @param throughTheService false: the ceiling alone */
    public WriteRate(boolean throughTheService) {
        this.throughTheService = throughTheService;
    }

    private static final Duration WARM_UP = Duration.ofSeconds(45);

    @Override
    public void run(Bench bench) throws Exception {
        Ceiling ceiling = new Ceiling(bench);
        if (!throughTheService) {
            compare(bench, ceiling, null, null);
            return;
        }
        try (RunningService service =
                bench.installation().launch(LocalService.MEASUREMENT).awaitReady(Duration.ofMinutes(2))) {
            MeasurementClient client = new MeasurementClient(bench, service);
            // The compiler of the service has work to do first: on two cores it is busy for most of a minute.
            ClosedLoop.run(16, WARM_UP, number -> single(client));
            ClosedLoop.run(ARRAY_CLIENTS, WARM_UP.dividedBy(3), number -> thousand(client));
            compare(bench, ceiling, service, client);
            bench.say("measurement-service holds " + service.residentMebibytes() + " MiB after it.");
        }
    }

    private static void compare(Bench bench, Ceiling ceiling, RunningService service, MeasurementClient client)
            throws Exception {
        Table table = new Table(
                "durable events/s",
                "plain JDBC (a)",
                "POST (b)",
                "(b)/(a)",
                "POST p50 ms",
                "p99 ms",
                "service CPU µs",
                "client CPU µs");
        for (int count : CLIENTS) {
            Row row = new Row(bench, 1, () -> ceiling.single(count));
            if (client != null) {
                row.against(service, () -> ClosedLoop.run(count, bench.roundTime(), number -> single(client)));
            }
            table.row(row.cells(count + (count == 1 ? " client" : " clients")));
        }
        Row row = new Row(bench, 1_000, () -> ceiling.thousand(ARRAY_CLIENTS));
        if (client != null) {
            row.against(service, () -> ClosedLoop.run(ARRAY_CLIENTS, bench.roundTime(), number -> thousand(client)));
        }
        table.row(row.cells("arrays of 1,000, 4 clients"));
        bench.say(table.toString());
    }

    private interface Round {
        ClosedLoop.Outcome take() throws Exception;
    }

    /** The figures of both sides, taken in turns. */
    private static final class Row {
        private final Bench bench;
        private final int events;
        private final Round bare;
        private RunningService service;
        private Round posted;

        Row(Bench bench, int events, Round bare) {
            this.bench = bench;
            this.events = events;
            this.bare = bare;
        }

        void against(RunningService by, Round round) {
            service = by;
            posted = round;
        }

        Object[] cells(String what) throws Exception {
            List<Double> bareRates = new ArrayList<>();
            List<Double> rates = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            List<Double> serviceMicros = new ArrayList<>();
            List<Double> clientMicros = new ArrayList<>();
            for (int round = 0; round < bench.rounds(); round++) {
                bareRates.add(bare.take().perSecond() * events);
                if (posted == null) {
                    continue;
                }
                Duration before = service.processorTime();
                ClosedLoop.Outcome outcome = posted.take();
                double used = service.processorTime().minus(before).toNanos() / 1e3;
                rates.add(outcome.perSecond() * events);
                ratios.add(rates.getLast() / bareRates.getLast());
                p50.add(outcome.p50Millis());
                p99.add(outcome.p99Millis());
                // The tenth before the clock starts costs too.
                serviceMicros.add(used / (rates.getLast() * bench.roundTime().toMillis() / 1e3 * 1.1));
                clientMicros.add(outcome.clientMicros() / events);
            }
            String bareCell = Bench.perSecond(Bench.median(bareRates));
            return posted == null
                    ? new Object[] {what, bareCell, "", "", "", "", "", ""}
                    : new Object[] {
                        what,
                        bareCell,
                        Bench.perSecond(Bench.median(rates)),
                        "%.2f".formatted(Bench.median(ratios)),
                        "%.1f".formatted(Bench.median(p50)),
                        "%.1f".formatted(Bench.median(p99)),
                        "%.0f".formatted(Bench.median(serviceMicros)),
                        "%.0f".formatted(Bench.median(clientMicros))
                    };
        }
    }

    private static ClosedLoop.Client single(MeasurementClient client) throws IOException {
        return new Poster(client.connect()) {
            @Override
            public void ask() throws IOException {
                client.postOne(connection, MeasurementClient.someDistrict());
            }
        };
    }

    private static ClosedLoop.Client thousand(MeasurementClient client) throws IOException {
        return new Poster(client.connect()) {
            @Override
            public void ask() throws IOException {
                client.postThousand(connection, MeasurementClient.someDistrict());
            }
        };
    }
}
