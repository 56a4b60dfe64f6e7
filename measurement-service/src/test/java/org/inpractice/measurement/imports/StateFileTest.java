package org.inpractice.measurement.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as the state publishes them. The layout is that of the California Department of Education's page "File Structure:
 * Chronic Absenteeism Data"; districts and numbers are made up.
 */
@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class StateFileTest {
    private static final String HEADER = String.join(
            "\t",
            "Academic Year",
            "Aggregate Level",
            "County Code",
            "District Code",
            "School Code",
            "County Name",
            "District Name",
            "School Name",
            "Charter School",
            "DASS",
            "Reporting Category",
            "ChronicAbsenteeismEligibleCumulativeEnrollment",
            "ChronicAbsenteeismCount",
            "ChronicAbsenteeismRate");
    private static final DevelopmentTokens TOKENS = LocalStackResource.tokens();

    private final String code = "%05d".formatted(ThreadLocalRandom.current().nextInt(10_000, 99_999));
    private final String districtId = "02" + code;
    private final Calls district = new Calls(districtId);

    @Test
    void the_chronic_absenteeism_file_goes_in_as_it_is_published() {
        // given
        String file = String.join(
                "\n",
                HEADER,
                row("2023-24", "T", "00", "00000", "", "All", "All", "TA", "5000000", "900000", "18.0"),
                row("2023-24", "D", "02", code, "", "All", "All", "TA", "1253", "233", "18.6"),
                row("2023-24", "D", "02", code, "", "Yes", "All", "TA", "253", "33", "13.0"),
                row("2024-25", "D", "02", code, "", "All", "All", "TA", "1200", "200", "16.7"),
                row("2024-25", "D", "02", code, "", "All", "All", "RB", "*", "*", "*"),
                row("2024-25", "D", "02", code, "", "All", "All", "QX", "40", "4", "10.0"),
                row("2024-25", "S", "2", code, "0100007", "No", "No", "TA", "600", "90", "15.0"),
                row("2024-25", "S", "02", code, "0100015", "No", "No", "TA", "", "", ""),
                row("2024-25", "S", "02", code, "0100023", "No", "No", "TA", "n/a", "12", "3.0"),
                row("2024-25", "S", "02", code, "0100031", "No", "No", "RB", "*", "few", "*"),
                row("2024-25", "S", "02", code, "0100031", "No", "No", "RW", "100", "10", "10%"),
                row("2024-25", "D", "03", "99999", "", "All", "All", "TA", "100", "10", "10.0"));
        // when
        ValidatableResponse answer = take(file)
                .statusCode(200)
                .body("counts.recorded", equalTo(6))
                .body("counts.leftOut", equalTo(2))
                .body("counts.otherDistricts", equalTo(1))
                .body("counts.rejected", equalTo(3));
        // then
        String rejections = answer.extract().path("rejections");
        call().get(rejections)
                .then()
                .body("items.line", contains(10, 11, 12))
                .body("items[1].field", equalTo("ChronicAbsenteeismCount"))
                .body("items[2].field", equalTo("ChronicAbsenteeismRate"))
                .body("items[0].field", equalTo("ChronicAbsenteeismEligibleCumulativeEnrollment"))
                .body("items[0].code", equalTo("NUMBER_UNREADABLE"));
        String measure = district.call().get(district.path("measures")).path("items[0].measureId");
        series(measure, districtId, "all")
                .body("items.period", contains("2023-24", "2024-25"))
                .body("items.numerator", contains(233, 200));
        series(measure, districtId, "RB")
                .body("items[0].status", equalTo("suppressed"))
                .body("items[0].numerator", nullValue());
        series(measure, districtId, "QX").body("items", hasSize(1));
        series(measure, "02" + code + "0100007", "all").body("items[0].numerator", equalTo(90));
        series(measure, "02" + code + "0100015", "all").body("items[0].status", equalTo("not_reported"));
        // when sent again
        take(file).statusCode(200).body("counts.recorded", equalTo(0)).body("counts.unchanged", equalTo(6));
    }

    @Test
    void a_dry_run_tells_and_stores_neither_measure_nor_observation() {
        // given
        String file = HEADER + "\n" + row("2024-25", "D", "02", code, "", "All", "All", "TA", "1200", "200", "16.7");
        // when
        call().contentType("text/tab-separated-values")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?profile=california-chronic-absenteeism&dryRun=true")
                .then()
                .statusCode(200)
                .body("counts.recorded", equalTo(1));
        // then
        district.call().get(district.path("measures")).then().body("items", hasSize(0));
    }

    @Test
    void a_header_with_a_renamed_column_is_refused_by_name() {
        take(HEADER.replace("School Code", "SchoolCode") + "\n")
                .statusCode(400)
                .body("code", equalTo("COLUMN_MISSING"))
                .body("field", equalTo("School Code"));
    }

    @Test
    void the_dashboard_file_tells_withheld_rates_from_missing_ones() {
        // given
        String file = String.join(
                "\n",
                "cds\trtype\tstudentgroup\tcurrnumer\tcurrdenom\tcurrstatus\treportingyear",
                "02" + code + "0000000\tD\tALL\t100\t900\t11.1\t2025",
                "02" + code + "0000000\tD\tAA\t\t7\t\t2025",
                "02" + code + "0100007\tS\tALL\t\t\t\t2025",
                "00000000000000\tX\tALL\t1\t100\t1.0\t2025");
        // when
        call().contentType("text/plain")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?profile=california-dashboard-chronic")
                .then()
                .statusCode(200)
                .body("counts.recorded", equalTo(3))
                .body("counts.leftOut", equalTo(1));
        // then
        String measure = district.call().get(district.path("measures")).path("items[0].measureId");
        series(measure, districtId, "all").body("items.period", contains("2024-25"));
        series(measure, districtId, "AA").body("items.status", contains("suppressed"));
        series(measure, "02" + code + "0100007", "all").body("items.status", contains("not_reported"));
    }

    @Test
    void a_district_describes_a_layout_of_its_own() {
        // given
        String measure = district.measure("outcome", "rate", "increase", "month");
        district.call()
                .body("""
                        {"name": "attendance-export", "separator": ";", "quote": "\\"",
                         "keep": [{"Type": ["final"]}],
                         "site": {"parts": [{"column": "School"}]},
                         "studentGroup": {"column": "Group", "names": {"*": "all"}},
                         "period": {"column": "Month", "written": "as_here"},
                         "measureId": "%s",
                         "numbers": {"numerator": "Present", "denominator": "Enrolled"},
                         "suppressed": {"marks": ["<11"]}}""".formatted(measure))
                .post(district.path("import-profiles"))
                .then()
                .statusCode(201)
                .body("version", equalTo(1));
        district.call()
                .get(district.path("import-profiles"))
                .then()
                .body("own.name", contains("attendance-export"))
                .body("builtIn.name", hasItem("california-chronic-absenteeism"));
        String file = """
                School;Group;Month;Present;Enrolled;Type
                "0019";*;2025-09;90;100;final
                0019;EL;2025-09;<11;<11;final
                0019;*;2025-10;91;100;draft
                """;
        // when
        district.call()
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(district.path("imports?profile=attendance-export"))
                .then()
                .statusCode(200)
                .body("counts.recorded", equalTo(2))
                .body("counts.leftOut", equalTo(1));
        // then
        district.series(measure, "").then().body("items.numerator", contains(90));
    }

    @Test
    void a_profile_that_is_not_there_or_is_taken_is_told_by_field() {
        call().contentType("text/csv")
                .body("a,b\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?profile=nobody")
                .then()
                .statusCode(404)
                .body("field", equalTo("profile"));
        call().contentType("text/csv")
                .body("a,b\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports")
                .then()
                .statusCode(400)
                .body("detail", containsString("import profile"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"site\": {\"parts\": [{\"column\": \"School\", \"from\": 0}]}",
                "\"site\": {\"parts\": [{\"column\": \"School\", \"digits\": 2000000000}]}",
                "\"site\": {\"parts\": [null]}",
                "\"site\": {\"parts\": [{\"column\": \"School\"}]}, \"keep\": [{\"Type\": null}]",
                "\"site\": {\"parts\": [{\"column\": \"School\"}]}, \"keep\": [null]",
                "\"site\": {\"parts\": [{\"column\": \"School\"}]}, \"suppressed\": {\"marks\": [\"\"]}",
                "\"site\": {\"parts\": [{\"column\": \"School\"}]}, \"studentGroup\": {\"column\": \"G\", \"names\": {\"a\": null}}",
            })
    void a_profile_that_could_not_be_followed_is_refused(String part) {
        String measure = district.measure("outcome", "rate", "increase", "month");
        district.call()
                .body("""
                        {"name": "odd", "separator": ";", "period": {"column": "Month", "written": "as_here"},
                         "measureId": "%s", "numbers": {"value": "V"}, %s}""".formatted(measure, part))
                .post(district.path("import-profiles"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void a_row_whose_district_is_no_id_is_refused_even_of_a_sender_who_covers_all() {
        String all = TOKENS.token("state", List.of("*"), List.of("read", "measures:write"), Duration.ofMinutes(10));
        given().auth()
                .oauth2(all)
                .contentType("text/plain")
                .body((HEADER + "\n" + row("2024-25", "D", "02", "00.01", "", "All", "All", "TA", "100", "10", "10.0"))
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?profile=california-chronic-absenteeism")
                .then()
                .statusCode(200)
                .body("counts.rejected", equalTo(1));
    }

    private ValidatableResponse take(String file) {
        return call().contentType("text/tab-separated-values")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?profile=california-chronic-absenteeism")
                .then();
    }

    private ValidatableResponse series(String measure, String siteId, String group) {
        return district.call()
                .get(district.path("measures/" + measure + "/series?siteId=" + siteId + "&studentGroup=" + group))
                .then();
    }

    private RequestSpecification call() {
        String token =
                TOKENS.token("state", List.of(districtId), List.of("read", "measures:write"), Duration.ofMinutes(10));
        return given().auth().oauth2(token);
    }

    private static String row(
            String year,
            String level,
            String county,
            String district,
            String school,
            String charter,
            String alternative,
            String category,
            String enrolled,
            String absent,
            String rate) {
        return String.join(
                "\t",
                year,
                level,
                county,
                district,
                school,
                "County 02",
                "Made-up Unified",
                school.isEmpty() ? "" : "School",
                charter,
                alternative,
                category,
                enrolled,
                absent,
                rate);
    }
}
