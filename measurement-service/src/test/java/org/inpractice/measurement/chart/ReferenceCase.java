package org.inpractice.measurement.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** A published or peer-computed case, from the files in {@code spc}, each of which names its source. */
record ReferenceCase(JsonNode content) {

    static Stream<DynamicTest> ofKind(String kind, Consumer<ReferenceCase> check) throws IOException {
        try (InputStream file = ReferenceCase.class.getResourceAsStream("/spc/" + kind + ".json")) {
            JsonNode cases = new ObjectMapper().readTree(file).get("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(one -> DynamicTest.dynamicTest(
                            one.get("id").asText(), () -> check.accept(new ReferenceCase(one))));
        }
    }

    JsonNode input() {
        return content.get("input");
    }

    JsonNode expected() {
        return content.get("expected");
    }

    void near(JsonNode expected, Double actual) {
        if (expected.isNull()) {
            assertEquals(null, actual);
            return;
        }
        double wanted = expected.asDouble();
        double tolerance = content.get("tolerance").get("abs").asDouble()
                + content.get("tolerance").get("rel").asDouble() * Math.abs(wanted);
        assertTrue(actual != null && Math.abs(wanted - actual) <= tolerance, () -> wanted + " expected, was " + actual);
    }

    /** Compares an array with the points that have a value; limits at others are not scored. */
    void near(JsonNode expected, Chart chart, java.util.function.Function<Point, Double> actual) {
        assertEquals(expected.size(), chart.points().size());
        for (Point point : chart.points()) {
            if (point.value() != null) {
                near(expected.get(point.index() - 1), actual.apply(point));
            }
        }
    }

    static List<Integer> outside(Chart chart) {
        return chart.points().stream().filter(Point::outside).map(Point::index).toList();
    }

    static List<Integer> integers(JsonNode array) {
        List<Integer> integers = new ArrayList<>();
        array.forEach(one -> integers.add(one.asInt()));
        return integers;
    }

    /** The series of {@code y}, {@code num} and {@code den}, or {@code subgroups}. */
    List<Measurement> series() {
        List<Measurement> series = new ArrayList<>();
        if (input().has("subgroups")) {
            for (JsonNode subgroup : input().get("subgroups")) {
                List<Double> values = new ArrayList<>();
                subgroup.forEach(value -> values.add(value.asDouble()));
                series.add(Measurement.of(label(series), values));
            }
            return series;
        }
        boolean ratio = input().has("den");
        JsonNode first = input().get(input().has("num") ? "num" : "y");
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i).isNull() || (ratio && input().get("den").get(i).isNull())) {
                series.add(Measurement.missing(label(series), PointStatus.NOT_REPORTED));
            } else if (ratio) {
                series.add(Measurement.of(
                        label(series),
                        first.get(i).asDouble(),
                        input().get("den").get(i).asDouble()));
            } else {
                series.add(Measurement.of(label(series), first.get(i).asDouble()));
            }
        }
        return series;
    }

    private static String label(List<Measurement> before) {
        return "p" + (before.size() + 1);
    }
}
