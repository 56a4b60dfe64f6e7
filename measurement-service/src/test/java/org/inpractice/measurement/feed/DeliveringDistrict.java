package org.inpractice.measurement.feed;

import static java.util.stream.Collectors.joining;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.inpractice.measurement.Calls;

/**
 * A district of tests whose monthly measure is expected for four past months: the fifth month before this one to the
 * second. A pause covers the last month and what is to come, so that no test hangs on the day it runs.
 */
record DeliveringDistrict(Calls calls, YearMonth thisMonth, String measure) {
    static DeliveringDistrict with(LocalDate today) {
        Calls calls = Calls.ofNewDistrict();
        return new DeliveringDistrict(
                calls, YearMonth.from(today), calls.measure("outcome", "rate", "decrease", "month"));
    }

    String month(int ago) {
        return thisMonth.minusMonths(ago).toString();
    }

    LocalDate firstDay(int ago) {
        return thisMonth.minusMonths(ago).atDay(1);
    }

    String agreement(String name, int sinceMonthsAgo, String... sites) {
        return """
                {"name": "%s", "supplier": "Student system", "owner": "Data office", "measureIds": ["%s"],
                 "siteIds": [%s], "graceDays": 0, "since": "%s", "pauses": [{"from": "%s", "to": "%s"}]}""".formatted(
                        name,
                        measure,
                        List.of(sites).stream().map(site -> '"' + site + '"').collect(joining(", ")),
                        firstDay(sinceMonthsAgo),
                        firstDay(1),
                        thisMonth.plusMonths(2).atEndOfMonth());
    }

    String register(String... sites) {
        return calls.call()
                .body(agreement("Absence", 5, sites))
                .post(calls.path("feeds"))
                .then()
                .statusCode(201)
                .extract()
                .path("feedId");
    }

    Response revise(String feed, int version, String agreement) {
        return calls.call()
                .header("If-Match", "\"" + version + "\"")
                .body(agreement)
                .put(calls.path("feeds/" + feed));
    }

    String tell(String site, int monthsAgo, String numbers) {
        return calls.post("{\"measureId\": \"%s\", \"siteId\": \"%s\", \"period\": \"%s\", %s}"
                        .formatted(measure, site, month(monthsAgo), numbers))
                .then()
                .extract()
                .path("observationId");
    }

    String tell(String site, int monthsAgo) {
        return tell(site, monthsAgo, "\"numerator\": 40, \"denominator\": 500");
    }

    ValidatableResponse late(String feed, String query) {
        return calls.call()
                .get(calls.path("feeds/" + feed + "/lateness" + query))
                .then()
                .statusCode(200);
    }

    ValidatableResponse complete(String query) {
        return calls.call()
                .get(calls.path("measures/" + measure + "/completeness" + query))
                .then()
                .statusCode(200);
    }

    /** The events of a type, oldest first. */
    List<Map<String, Object>> events(String type) {
        return calls.call()
                .get(calls.path("events?after=0&limit=500"))
                .then()
                .statusCode(200)
                .extract()
                .path("events.findAll { it.type == '" + type + "' }");
    }

    List<Map<String, Object>> late() {
        return events("improvement.feed.late.v1");
    }

    List<Map<String, Object>> caughtUp() {
        return events("improvement.feed.caught-up.v1");
    }
}
