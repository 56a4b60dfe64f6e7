package org.inpractice.measurement.imports;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.inpractice.measurement.Calls;

/** Streams of observations of one district. */
record StreamCalls(Calls district) {
    ValidatableResponse ndjson(String lines) {
        return post("application/x-ndjson", lines.getBytes(StandardCharsets.UTF_8));
    }

    ValidatableResponse csv(String rows) {
        return post("text/csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    ValidatableResponse post(String type, byte[] body) {
        return district.call()
                .contentType(type)
                .body(body)
                .post(district.path("observations"))
                .then();
    }

    static String days(String measure, int count) {
        LocalDate first = LocalDate.of(2015, 1, 1);
        return IntStream.range(0, count)
                .mapToObj(day -> row(measure, first.plusDays(day).toString(), "\"value\": " + day))
                .collect(Collectors.joining("\n"));
    }

    static String row(String measure, String period, String numbers) {
        return Calls.observation(measure, period, numbers);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
