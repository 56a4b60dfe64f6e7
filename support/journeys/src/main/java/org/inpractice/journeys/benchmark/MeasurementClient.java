package org.inpractice.journeys.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.inpractice.journeys.HttpConnection;
import org.inpractice.journeys.HttpConnection.Answer;
import org.inpractice.journeys.RunningService;

/** A thousand districts, each with one measure of a day, whose observations have never been sent before. */
final class MeasurementClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int DAYS = 2_000;

    private final RunningService service;
    private final String token;
    private final String[] measures = new String[Bench.DISTRICTS];
    private final AtomicIntegerArray points = new AtomicIntegerArray(Bench.DISTRICTS);

    /** Defines the measures. */
    MeasurementClient(Bench bench, RunningService service) throws IOException {
        this.service = service;
        this.token = bench.installation().token(List.of("*"));
        try (HttpConnection connection = connect()) {
            for (int i = 0; i < Bench.DISTRICTS; i++) {
                measures[i] = defineMeasure(connection, i);
            }
        }
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(service.port(), token);
    }

    private static String defineMeasure(HttpConnection connection, int district) throws IOException {
        byte[] measure = utf8("""
                {"name": "Daily attendance", "kind": "outcome", "valueType": "rate", "unit": "share of students",
                 "direction": "increase", "period": "day", "owner": "Data team"}""");
        Answer answer = connection.post(path(district, "measures"), measure, newKey());
        if (answer.status() != 201) {
            throw new IllegalStateException("a measure was refused: " + answer.status() + " " + answer.text());
        }
        return answer.createdId();
    }

    String measure(int district) {
        return measures[district];
    }

    static int someDistrict() {
        return ThreadLocalRandom.current().nextInt(Bench.DISTRICTS);
    }

    /** Posts one observation; returns its id. */
    String postOne(HttpConnection connection, int district) throws IOException {
        Answer answer = connection.post(
                path(district, "observations"),
                utf8(observation(district, points.getAndIncrement(district))),
                newKey());
        if (answer.status() != 201) {
            throw new IllegalStateException("an observation was refused: " + answer.status() + " " + answer.text());
        }
        return answer.createdId();
    }

    /** Posts a thousand in one array. */
    void postThousand(HttpConnection connection, int district) throws IOException {
        int first = points.getAndAdd(district, 1_000);
        StringBuilder array = new StringBuilder(200_000).append('[');
        for (int i = 0; i < 1_000; i++) {
            array.append(i == 0 ? "" : ",").append(observation(district, first + i));
        }
        Answer answer = connection.post(
                path(district, "observations"), utf8(array.append(']').toString()), newKey());
        if (answer.status() != 207) {
            throw new IllegalStateException("an array was refused: " + answer.status() + " " + answer.text());
        }
        JsonNode counts = JSON.readTree(answer.text()).path("counts");
        if (counts.path("recorded").asInt() != 1_000) {
            throw new IllegalStateException("of a thousand observations were recorded: " + counts);
        }
    }

    private String observation(int district, int number) {
        return "{\"measureId\":\"" + measures[district] + "\",\"siteId\":\"" + (19647330000000L + number / DAYS)
                + "\",\"studentGroup\":\"all\",\"period\":\"" + FIRST_DAY.plusDays(number % DAYS)
                + "\",\"numerator\":" + (400 + number % 80) + ",\"denominator\":480}";
    }

    static String path(int district, String resource) {
        return "/v1/districts/" + Bench.district(district) + "/" + resource;
    }

    static String newKey() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
