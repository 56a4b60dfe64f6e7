package org.inpractice.measurement.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** Streams that are broken in part, or break off: what is good of them stays. */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class BrokenStreamsTest {
    private final Calls district = Calls.ofNewDistrict();
    private final StreamCalls streams = new StreamCalls(district);

    @Test
    void a_refused_line_is_listed_with_line_field_and_remedy_and_touches_no_neighbour() {
        // given
        String measure = district.measure("outcome", "rate", "increase", "day");
        String lines = String.join(
                "\r\n",
                "\ufeff" + StreamCalls.row(measure, "2025-09-01", "\"numerator\": 90, \"denominator\": 100"),
                "",
                StreamCalls.row(measure, "2025-09-02", "\"numerator\": 101, \"denominator\": 100"),
                StreamCalls.row(measure, "2025-09-03", "\"numerator\": 90, \"denomiator\": 100"),
                StreamCalls.row(measure, "2025-09-04", "\"numerator\": NaN, \"denominator\": 100"),
                StreamCalls.row(measure, "2025-09-05", "\"numerator\": 1" + "0".repeat(100) + ", \"denominator\": 100"),
                "[1, 2]",
                StreamCalls.row(measure, "2025-09-07", "\"numerator\": 70, \"denominator\": 100"),
                StreamCalls.row(measure, "2025-09-07", "\"numerator\": 70, \"denominator\": 100"),
                StreamCalls.row(measure, "2025-09-07", "\"numerator\": 71, \"denominator\": 100"));
        // when
        ValidatableResponse answer = streams.ndjson(lines)
                .statusCode(200)
                .body("counts.recorded", equalTo(2))
                .body("counts.unchanged", equalTo(1))
                .body("counts.rejected", equalTo(6));
        // then
        String rejections = answer.extract().path("rejections");
        district.call()
                .get(rejections)
                .then()
                .statusCode(200)
                .body("items.line", contains(3, 4, 5, 6, 7, 10))
                .body("items[0].code", equalTo("NUMERATOR_ABOVE_DENOMINATOR"))
                .body("items[0].field", equalTo("numerator"))
                .body("items[1].code", equalTo("UNKNOWN_PROPERTY"))
                .body("items[2].code", equalTo("NOT_JSON"))
                .body("items[5].code", equalTo("ROW_REPEATED"))
                .body("items[0].remedy", notNullValue())
                .body("items[0].original", nullValue());
        district.with(List.of("read", "small-cells"))
                .get(rejections)
                .then()
                .body("items[0].original", containsString("\"numerator\": 101"));
        district.call()
                .accept("text/csv")
                .get(rejections)
                .then()
                .statusCode(200)
                .body(containsString("NUMERATOR_ABOVE_DENOMINATOR"), not(containsString("101")));
    }

    @Test
    void a_renamed_column_is_refused_by_name_before_any_row_is_taken() {
        streams.csv("measureId,siteId,periode\n")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_COLUMN"))
                .body("field", equalTo("periode"));
        streams.csv("measureId,siteId\n").statusCode(400).body("code", equalTo("COLUMN_MISSING"));
        streams.csv("").statusCode(400).body("code", equalTo("UPLOAD_EMPTY"));
    }

    @Test
    void bytes_that_are_no_text_and_quotes_that_never_close_are_told_by_line() {
        // given
        String measure = district.measure("outcome", "value", "increase", "month");
        String head = "measureId,siteId,period,value\n";
        byte[] latin = (head + measure + ",Sch\u00fcle,2025-09,1\n" + measure + ",0019,2025-10,2\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        // when then
        streams.post("text/csv", latin)
                .statusCode(200)
                .body("counts.recorded", equalTo(1))
                .body("counts.rejected", equalTo(1));
        streams.csv(head + measure + ",\"0019\n,2025-11,3" + "\nx".repeat(200_000))
                .statusCode(400)
                .body("code", equalTo("UPLOAD_ENDED_EARLY"));
        streams.csv(head + measure + ",00\u000019,2025-12,3\n").statusCode(200).body("counts.rejected", equalTo(1));
    }

    @Test
    void a_compressed_stream_is_read_and_a_truncated_one_keeps_what_came_before() {
        // given
        String measure = district.measure("outcome", "value", "increase", "day");
        byte[] whole = StreamCalls.gzip(StreamCalls.days(measure, 3_000));
        // when then
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        district.call()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(half)
                .post(district.path("observations"))
                .then()
                .statusCode(400)
                .body("code", equalTo("UPLOAD_ENDED_EARLY"));
        int recorded = district.call().get(district.path("imports")).path("items[0].counts.recorded");
        district.call()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(whole)
                .post(district.path("observations"))
                .then()
                .statusCode(200)
                .body("counts.unchanged", equalTo(recorded))
                .body("counts.recorded", equalTo(3_000 - recorded));
    }

    @Test
    void an_unknown_compression_is_refused() {
        district.call()
                .header("Content-Encoding", "br")
                .contentType("text/csv")
                .body("measureId,siteId,period\n".getBytes(StandardCharsets.UTF_8))
                .post(district.path("observations"))
                .then()
                .statusCode(415)
                .body("code", equalTo("ENCODING_UNKNOWN"));
    }
}
