package org.inpractice.journeys.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.journeys.HttpConnection;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.LocalService;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;
import org.postgresql.PGConnection;

/**
 * (h) A file of observations through measurement-service, answered when the last row is durable and can be read, against
 * {@code COPY} of the same events into a table with the same indexes. In turns.
 */
public final class BulkRate implements Measurement {
    private static final String DATABASE = "copying";
    private static final EventCodec<PointEvent> CODEC = new EventCodec<>(PointEvent.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int DAYS = 2_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public void run(Bench bench) throws Exception {
        int rows = bench.scaled(1_000_000, 200_000);
        StreamDatabase.create(bench, DATABASE);
        Path folder = Files.createTempDirectory("bulk-");
        Path copied = folder.resolve("events.copy");
        Path sent = folder.resolve("rows");
        try (RunningService service =
                bench.installation().launch(LocalService.MEASUREMENT).awaitReady(Duration.ofMinutes(2))) {
            writeEvents(copied, rows);
            String token = bench.installation().token(List.of("*"));
            // The compiler has work to do first.
            post(service, token, ndjson(sent, service, token, 100, rows / 5), 100, "application/x-ndjson", rows / 5);
            List<Double> copy = new ArrayList<>();
            List<Double> ndjson = new ArrayList<>();
            List<Double> csv = new ArrayList<>();
            for (int round = 0; round < bench.rounds(); round++) {
                copy.add(rows / copySeconds(bench, copied));
                int district = 2 * round;
                ndjson(sent, service, token, district, rows);
                ndjson.add(rows / post(service, token, sent, district, "application/x-ndjson", rows));
                csv(sent, service, token, district + 1, rows);
                csv.add(rows / post(service, token, sent, district + 1, "text/csv", rows));
            }
            Table table = new Table("(h) %,d observations".formatted(rows), "rows/s", "against COPY");
            double bare = Bench.median(copy);
            table.row("COPY of the events", Bench.perSecond(bare), "1");
            table.row("NDJSON", Bench.perSecond(Bench.median(ndjson)), ratio(ndjson, bare));
            table.row("CSV", Bench.perSecond(Bench.median(csv)), ratio(csv, bare));
            bench.say(table.toString());
            bench.say("measurement-service holds " + service.residentMebibytes() + " MiB after it.");
        } finally {
            Files.deleteIfExists(copied);
            Files.deleteIfExists(sent);
            Files.deleteIfExists(folder);
        }
    }

    private static String ratio(List<Double> rates, double bare) {
        return "%.2f".formatted(Bench.median(rates) / bare);
    }

    /** The events as COPY takes them, in its text form. */
    private static void writeEvents(Path file, int rows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            UUID measure = DistrictStream.newId();
            for (int i = 0; i < rows; i++) {
                UUID stream = DistrictStream.newId();
                String data = CODEC.write(PointEvent.of(stream, measure, i));
                writer.write(
                        Bench.district(0) + "\t" + (i + 1) + "\t" + DistrictStream.newId() + "\tobservation\t" + stream
                                + "\t1\timprovement.observation.recorded\t1\t2026-01-07T08:00:00Z\t2026-01-07T08:00:00Z\tjourney"
                                + "\t\\N\t\\N\t" + data + "\n");
            }
        }
    }

    private static double copySeconds(Bench bench, Path file) throws SQLException, IOException {
        try (Connection connection = bench.installation().postgres().connection(DATABASE);
                InputStream events = Files.newInputStream(file)) {
            StreamDatabase.execute(connection, "truncate event");
            long began = System.nanoTime();
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy event from stdin", events, 1 << 20);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private Path ndjson(Path file, RunningService service, String token, int district, int rows) throws IOException {
        String measure = measure(service, token, district);
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                writer.write("{\"measureId\":\"" + measure + "\",\"siteId\":\"" + site(i)
                        + "\",\"studentGroup\":\"all\",\"period\":\"" + FIRST_DAY.plusDays(i % DAYS)
                        + "\",\"numerator\":" + (400 + i % 80) + ",\"denominator\":480}\n");
            }
        }
        return file;
    }

    private static void csv(Path file, RunningService service, String token, int district, int rows)
            throws IOException {
        String measure = measure(service, token, district);
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("measureId,siteId,studentGroup,period,numerator,denominator\n");
            for (int i = 0; i < rows; i++) {
                writer.write(measure + "," + site(i) + ",all," + FIRST_DAY.plusDays(i % DAYS) + "," + (400 + i % 80)
                        + ",480\n");
            }
        }
    }

    private static String site(int row) {
        return "19647330%06d".formatted(row / DAYS);
    }

    private static String measure(RunningService service, String token, int district) throws IOException {
        try (HttpConnection connection = new HttpConnection(service.port(), token)) {
            return connection
                    .post(
                            MeasurementClient.path(district, "measures"),
                            MeasurementClient.utf8("""
                            {"name": "Daily attendance", "kind": "outcome", "valueType": "rate", "unit": "share of students",
                             "direction": "increase", "period": "day", "owner": "Data team"}"""),
                            MeasurementClient.newKey())
                    .createdId();
        }
    }

    /** Seconds from the first byte to the answer, which comes after the last commit. */
    private double post(RunningService service, String token, Path file, int district, String type, int rows)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + MeasurementClient.path(district, "observations"));
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        long began = System.nanoTime();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        double seconds = (System.nanoTime() - began) / 1e9;
        JsonNode counts = JSON.readTree(answer.body()).path("counts");
        if (answer.statusCode() != 200 || counts.path("recorded").asInt() != rows) {
            throw new IllegalStateException("not all was taken: " + answer.statusCode() + " " + answer.body());
        }
        return seconds;
    }
}
