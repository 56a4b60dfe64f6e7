package org.inpractice.cycles;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a problem document that names what is wrong; never an error of ours. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class BadInputTest {
    private static final String ID = "0198c310-22f1-7b09-b6c5-2e47d1a9f406";
    private static final List<String> PATHS = List.of(
            "teams",
            "teams/" + ID + "/members",
            "teams/" + ID + "/disbandment",
            "priorities",
            "priorities/" + ID + "/retirement",
            "goals",
            "goals/" + ID + "/retirement",
            "aims",
            "aims/" + ID + "/retirement",
            "aims/" + ID + "/merger",
            "change-ideas",
            "change-ideas/" + ID + "/retirement",
            "change-ideas/" + ID + "/merger",
            "drivers",
            "drivers/" + ID + "/merger",
            "drivers/" + ID + "/change-ideas",
            "cycles",
            "cycles/" + ID + "/start",
            "cycles/" + ID + "/notes",
            "cycles/" + ID + "/study",
            "cycles/" + ID + "/decision");

    private final District district = District.any();

    static Stream<byte[]> rubbish() {
        return Stream.of(
                        "",
                        " ",
                        "null",
                        "[]",
                        "[{}]",
                        "{}",
                        "5",
                        "\"text\"",
                        "{",
                        "{\"owner\":}",
                        "{\"owner\":" + "9".repeat(100_000) + "}",
                        "{\"owner\":" + "[".repeat(100_000),
                        "{\"occurredAt\":1e400000}",
                        "{\"owner\":\"" + "a".repeat(250_000) + "\"}",
                        "{\"owner\":null,\"owner\":null}",
                        "{\"occurredAt\":\"+999999999-01-01T00:00:00Z\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("rubbish")
    void rubbish_is_refused_at_every_door(byte[] body) {
        for (String path : PATHS) {
            refused(bytes(path, body), path);
        }
        refused(bytes("cycles", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'}), "cycles");
    }

    private Response bytes(String path, byte[] body) {
        return district.as("ana").contentType("application/json").body(body).post(district.path(path));
    }

    private static void refused(Response response, String path) {
        assertEquals(400, response.statusCode(), path + ": " + response.asString());
        assertTrue(response.contentType().startsWith("application/problem+json"), path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"ownr\":\"a\", | UNKNOWN_PROPERTY | ownr",
                "\"occurredAt\":5, | WRONG_TYPE | occurredAt",
                "\"aimId\":\"x\", | WRONG_TYPE | aimId",
                "\"aimId\":{}, | WRONG_TYPE | aimId",
                "\"studentGroup\":[], | WRONG_TYPE | studentGroup",
            })
    void a_property_that_is_unknown_or_of_the_wrong_type_is_named(String more, String code, String field) {
        district.post("cycles", District.plan(more))
                .then()
                .statusCode(400)
                .body("code", equalTo(code))
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":2 | \"amount\":1e300 | amount",
                "\"amount\":2 | \"amount\":1E+999999999 | amount",
                "\"amount\":2 | \"amount\":1E-999999999 | amount",
                "\"amount\":2 | \"amount\":-1 | amount",
                "\"decrease\" | \"sideways\" | direction",
                "\"2025-11-14\"},  | \"+99999-01-01\"}, | by",
                "\"plannedEnd\":\"2025-11-14\" | \"plannedEnd\":\"+99999-01-01\" | plannedEnd",
                "\"owner\":\"Attendance team\" | \"owner\":\"  \" | owner",
                "\"owner\":\"Attendance team\" | \"owner\":\"a\\u0000b\" | owner",
                "\"owner\":\"Attendance team\" | \"owner\":\"a\\ud800b\" | owner",
                "Call home early | a\\u001bb | changeIdea",
                "[{\"measureId\" | [null,{\"measureId\" | measures",
                "\"outcome\" | \"main\" | role",
            })
    void a_value_out_of_bounds_is_named_by_its_field(String part, String bad, String field) {
        Response response = district.as("ana")
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(District.plan("").replace(part, bad))
                .post(district.path("cycles"));
        refused(response, field);
        assertTrue(response.asString().contains(field), response.asString());
    }

    @Test
    void texts_have_a_longest_length() {
        district.post("cycles", District.plan("").replace("Call home early", "a".repeat(2_001)))
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("Say it in at most 2,000 characters."));
        String cycle = district.started();
        district.post("cycles/" + cycle + "/notes", District.NOTE.replace("Calls", "a".repeat(10_000)))
                .then()
                .statusCode(400)
                .body("violations.message", hasItem("Say it in at most 10,000 characters."));
    }

    @Test
    void markup_quotes_and_other_scripts_stay_the_text_they_are() {
        String text = "<b>'Él; drop table cycle' %s {0} 欠席 🙂";
        String cycle = district.post("cycles", District.plan("").replace("Call home early", text))
                .then()
                .statusCode(201)
                .extract()
                .path("cycleId");
        district.get("cycles/" + cycle).body("changeIdea", equalTo(text));
    }

    @Test
    void an_aim_with_empty_or_endless_parts_is_refused() {
        for (String bad : List.of(
                District.aim(6).replace("[\"19647330112536\"]", "[null]"),
                District.aim(6).replace("[\"19647330112536\"]", "[\"a\\u0000\"]"),
                District.aim(6).replace("11.2", "1E+999999999"),
                District.aim(6).replace("2027-06-12", "+99999-01-01"),
                District.aim(6).replace("2027-06-12", "2020-06-12"),
                District.aim(6).replace("decrease", "increase"))) {
            refused(district.post("aims", bad), bad);
        }
    }

    @Test
    void a_path_that_is_no_id_leads_nowhere() {
        district.as("ana").get(district.path("cycles/x")).then().statusCode(404);
        district.post("cycles/x/start", District.STARTED).then().statusCode(404);
        district.as("ana").get(district.path("change-ideas/x/cycles")).then().statusCode(404);
    }
}
