package org.inpractice.journeys.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.inpractice.journeys.HttpConnection;
import org.inpractice.journeys.HttpConnection.Answer;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.LocalService;

/** (f) The feedback report of one cycle, whose series has sixty points, while the same measure gets more and more others. */
public final class FeedbackReads implements Measurement {
    private static final int DISTRICT = 0;
    private static final int POINTS = 60;
    private static final String SITE = "19647339999999";
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    @Override
    public void run(Bench bench) throws Exception {
        try (RunningService measurement = bench.installation().launch(LocalService.MEASUREMENT);
                RunningService cycles = bench.installation().launch(LocalService.IMPROVEMENT_CYCLES)) {
            measurement.awaitReady(Duration.ofMinutes(2));
            cycles.awaitReady(Duration.ofMinutes(2));
            MeasurementClient client = new MeasurementClient(bench, measurement);
            try (HttpConnection connection = client.connect()) {
                postSeries(connection, client.measure(DISTRICT));
                String path = MeasurementClient.path(
                        DISTRICT, "cycles/" + startCycle(bench, cycles, client.measure(DISTRICT)) + "/feedback");
                awaitReport(connection, path);
                read(client, path, bench.roundTime().multipliedBy(2)); // for the compiler
                measure(bench, client, connection, path);
            }
        }
    }

    private static void measure(Bench bench, MeasurementClient client, HttpConnection connection, String path)
            throws Exception {
        Table table = new Table("(f) observations of the measure", "p50 ms", "p99 ms", "p50 against the first");
        double first = 0;
        int there = POINTS;
        for (int size : List.of(10_000, 100_000, bench.scaled(1_000_000, 300_000))) {
            for (; there < size; there += 1_000) {
                client.postThousand(connection, DISTRICT);
            }
            List<Double> p50 = new ArrayList<>();
            List<Double> p99 = new ArrayList<>();
            for (int round = 0; round < bench.rounds(); round++) {
                ClosedLoop.Outcome outcome = read(client, path, bench.roundTime());
                p50.add(outcome.p50Millis());
                p99.add(outcome.p99Millis());
            }
            double median = Bench.median(p50);
            first = first == 0 ? median : first;
            table.row(
                    "%,d".formatted(size),
                    "%.2f".formatted(median),
                    "%.2f".formatted(Bench.median(p99)),
                    "%.2f".formatted(median / first));
        }
        bench.say(table.toString());
    }

    private static ClosedLoop.Outcome read(MeasurementClient client, String path, Duration time) throws Exception {
        return ClosedLoop.run(1, time, number -> new Poster(client.connect()) {
            @Override
            public void ask() throws IOException {
                Answer answer = connection.get(path);
                if (answer.status() != 200) {
                    throw new IllegalStateException("no feedback: " + answer);
                }
            }
        });
    }

    private static void postSeries(HttpConnection connection, String measureId) throws IOException {
        StringBuilder array = new StringBuilder("[");
        for (int i = 0; i < POINTS; i++) {
            array.append(i == 0 ? "" : ",").append("""
                    {"measureId":"%s","siteId":"%s","studentGroup":"all","period":"%s","numerator":%d,"denominator":1000}""".formatted(
                            measureId, SITE, FIRST_DAY.plusDays(i), (i < POINTS / 2 ? 800 : 900) + i * 7 % 13));
        }
        Answer answer = connection.post(
                MeasurementClient.path(DISTRICT, "observations"),
                MeasurementClient.utf8(array.append(']').toString()),
                MeasurementClient.newKey());
        if (answer.status() != 207) {
            throw new IllegalStateException("the series was refused: " + answer);
        }
    }

    private static String startCycle(Bench bench, RunningService cycles, String measureId) throws IOException {
        try (HttpConnection connection =
                new HttpConnection(cycles.port(), bench.installation().token(List.of("*")))) {
            Answer planned = connection.post(
                    MeasurementClient.path(DISTRICT, "cycles"),
                    MeasurementClient.utf8("""
                            {"changeIdea": "Call home early", "siteId": "%2$s", "studentGroup": "all", "owner": "Team",
                             "prediction": {"statement": "Attendance rises", "measureId": "%1$s", "direction": "increase"},
                             "plannedEnd": "2026-06-05", "measures": [{"measureId": "%1$s", "role": "outcome"}]}
                            """.formatted(measureId, SITE)),
                    MeasurementClient.newKey());
            if (planned.status() != 201) {
                throw new IllegalStateException("the cycle was refused: " + planned);
            }
            Answer started = connection.post(
                    MeasurementClient.path(DISTRICT, "cycles/" + planned.createdId() + "/start"),
                    MeasurementClient.utf8("{\"startedOn\": \"%s\"}".formatted(FIRST_DAY.plusDays(POINTS / 2))),
                    MeasurementClient.newKey());
            if (started.status() >= 300) {
                throw new IllegalStateException("the start was refused: " + started);
            }
            return planned.createdId();
        }
    }

    private static void awaitReport(HttpConnection connection, String path) throws Exception {
        long began = System.nanoTime();
        Answer answer = connection.get(path);
        while (answer.status() != 200) {
            if (System.nanoTime() - began > Duration.ofMinutes(1).toNanos()) {
                throw new IllegalStateException("no feedback: " + answer);
            }
            TimeUnit.MILLISECONDS.sleep(100);
            answer = connection.get(path);
        }
    }
}
