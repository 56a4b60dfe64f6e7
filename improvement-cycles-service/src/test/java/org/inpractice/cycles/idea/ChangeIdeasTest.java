package org.inpractice.cycles.idea;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.inpractice.cycles.District;
import org.inpractice.cycles.MeasurementService;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library of change ideas over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class ChangeIdeasTest {
    private final District district = District.any();

    @Inject
    Clock clock;

    static String idea(String title) {
        return """
                {"title":"%s","warrant":{"evidence":"A trial in Philadelphia","sourceUrl":"https://doi.org/10.1038/s41562-018-0328-1",
                 "strength":"strong"},"owner":"Dana Reyes"}""".formatted(title);
    }

    private String proposed(String title) {
        return district.created("change-ideas", idea(title), "changeIdeaId");
    }

    private String planned(String idea) {
        return district.created("cycles", District.plan("\"changeIdeaId\":\"" + idea + "\","), "cycleId");
    }

    private String decided(String idea, String decision) {
        String cycle = planned(idea);
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        district.post("cycles/" + cycle + "/study", District.STUDY).then().statusCode(200);
        district.post("cycles/" + cycle + "/decision", decision).then().statusCode(200);
        return cycle;
    }

    @Test
    void an_idea_of_the_library_is_tested_and_tells_what_became_of_it() {
        // given
        String idea = proposed("Call home early");
        String before = clock.instant().toString();
        // when
        decided(idea, District.ADOPT);
        decided(idea, District.ADOPT.replace("adopt", "abandon"));
        planned(idea);
        // then
        district.get("change-ideas/" + idea)
                .header("ETag", "\"1\"")
                .body("title", equalTo("Call home early"))
                .body("warrant.strength", equalTo("strong"))
                .body("tested.cycles", equalTo(3))
                .body("tested.open", equalTo(1))
                .body("tested.adopted", equalTo(1))
                .body("tested.adapted", equalTo(0))
                .body("tested.abandoned", equalTo(1))
                .body("tested.siteIds", contains("19647330112536"));
        district.get("change-ideas/" + idea + "?asOf=" + before).body("tested.cycles", equalTo(0));
        district.get("change-ideas/" + idea + "/cycles").body("items.size()", equalTo(3));
    }

    @Test
    void what_the_data_say_of_the_tests_is_counted_as_it_was_known() {
        // given
        String idea = proposed("Call home early");
        String cycle = decided(idea, District.ADOPT);
        MeasurementService measurement = new MeasurementService(district);
        measurement.judges("2025-12-01T08:00:00Z", cycle, "improved", District.MEASURE, -3);
        measurement.judges("2026-01-01T08:00:00Z", cycle, "no_signal_yet", District.MEASURE, -1);
        // when
        measurement.send();
        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> district.get("change-ideas/" + idea)
                        .body("tested.verdicts", equalTo(Map.of("no_signal_yet", 1))));
        district.get("change-ideas").body("items[0].tested.verdicts", equalTo(Map.of("no_signal_yet", 1)));
    }

    @Test
    void an_idea_that_a_plan_named_first_appears_and_gets_its_warrant_later() {
        // given
        String cycle = district.planned();
        String idea = district.get("cycles/" + cycle).extract().path("changeIdeaId");
        district.get("change-ideas/" + idea)
                .header("ETag", "\"0\"")
                .body("state", equalTo("unwarranted"))
                .body("title", equalTo("Call home early"))
                .body("warrant", nullValue());
        String before = clock.instant().toString();
        // when
        district.put("change-ideas/" + idea, "\"0\"", idea("Call home before ten"))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        // then
        district.get("change-ideas/" + idea)
                .body("state", equalTo("active"))
                .body("title", equalTo("Call home before ten"))
                .body("tested.cycles", equalTo(1));
        district.get("change-ideas?asOf=" + before).body("items.state", contains("unwarranted"));
        district.get("change-ideas").body("items.state", contains("active"));
    }

    @Test
    void a_merged_idea_says_where_it_went_and_its_tests_are_counted_there() {
        // given
        String one = proposed("Call home");
        String other = proposed("Call home early");
        String cycle = decided(one, District.ADOPT);
        district.get("change-ideas/" + other + "/cycles").body("items", empty());
        String before = clock.instant().toString();
        // when
        district.post(
                        "change-ideas/" + one + "/merger",
                        "{\"intoChangeIdeaId\":\"" + other + "\",\"reason\":\"One thing\"}")
                .then()
                .statusCode(200);
        // then
        district.get("change-ideas/" + one).body("state", equalTo("merged")).body("mergedInto", equalTo(other));
        district.get("change-ideas/" + other).body("mergedFrom", contains(one)).body("tested.adopted", equalTo(1));
        district.get("change-ideas/" + other + "?asOf=" + before).body("tested.adopted", equalTo(0));
        district.get("cycles?changeIdeaId=" + other).body("items.cycleId", contains(cycle));
        refused("cycles", District.plan("\"changeIdeaId\":\"" + one + "\","), 409, "CHANGE_IDEA_IS_MERGED");
    }

    @Test
    void a_retired_idea_is_not_tested_again() {
        String idea = proposed("Perfect attendance awards");
        String cycle = decided(idea, District.ADOPT);
        district.post("change-ideas/" + idea + "/retirement", "{\"reason\":\"It backfired\"}")
                .then()
                .statusCode(200);
        refused("cycles", District.plan("\"changeIdeaId\":\"" + idea + "\","), 409, "CHANGE_IDEA_IS_RETIRED");
        refused("cycles", District.plan("\"previousCycleId\":\"" + cycle + "\","), 409, "CHANGE_IDEA_IS_RETIRED");
    }

    @Test
    void lists_are_narrowed_and_paged() {
        // given
        String first = proposed("Breakfast in the classroom");
        String second = proposed("Bus passes");
        String cycle = district.planned();
        String third = district.get("cycles/" + cycle).extract().path("changeIdeaId");
        planned(second);
        // then
        district.get("change-ideas").body("items.changeIdeaId", contains(third, second, first));
        district.get("change-ideas?q=BREAKFAST").body("items.changeIdeaId", contains(first));
        district.get("change-ideas?q=Philadelphia").body("items.changeIdeaId", contains(second, first));
        district.get("change-ideas?q=Dana").body("items", empty());
        district.get("change-ideas?state=unwarranted").body("items.changeIdeaId", contains(third));
        district.get("change-ideas?strength=strong").body("items.changeIdeaId", contains(second, first));
        district.get("change-ideas?owner=dana reyes").body("items.changeIdeaId", contains(second, first));
        district.get("change-ideas?siteId=19647330112536").body("items.changeIdeaId", contains(third, second));
        district.get("change-ideas?shared=true").body("items", empty());
        String next = district.get("change-ideas?limit=2")
                .body("items.changeIdeaId", contains(third, second))
                .extract()
                .path("next");
        district.get("change-ideas?limit=2&cursor=" + next).body("items.changeIdeaId", contains(first));
        for (String query : List.of("state=x", "strength=x", "shared=x", "aimId=x", "asOf=x", "q=%20")) {
            district.as("ana")
                    .urlEncodingEnabled(false)
                    .get(district.path("change-ideas?" + query))
                    .then()
                    .statusCode(400)
                    .body(containsString(query.substring(0, query.indexOf('='))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.org",
                "https://",
                "http:///path",
                "https://a b.org",
                "//example.org",
                "https://user:secret@example.org",
                "data:text/html,x",
                "https://example.org/<script>"
            })
    void a_source_that_is_no_web_page_is_refused(String url) {
        refused("change-ideas", idea("a").replace("https://doi.org/10.1038/s41562-018-0328-1", url), 400, "sourceUrl");
    }

    @Test
    void refuses_ideas_without_warrant_or_with_rubbish() {
        refused("change-ideas", "{\"title\":\"a\",\"owner\":\"b\"}", 400, "warrant");
        refused("change-ideas", idea("a").replace("strong", "proven"), 400, "strength");
        refused("change-ideas", idea("a\\u0000"), 400, "title");
        refused("change-ideas", idea("a".repeat(501)), 400, "title");
        refused("change-ideas", idea("a").replace("A trial in Philadelphia", " "), 400, "evidence");
        refused("change-ideas/" + UUID.randomUUID() + "/sharing", "{}", 404, "CHANGE_IDEA_NOT_PROPOSED");
        String foreign = District.any().created("change-ideas", idea("a"), "changeIdeaId");
        district.as("ana").get(district.path("change-ideas/" + foreign)).then().statusCode(404);
        refused("cycles", District.plan("\"changeIdeaId\":\"" + foreign + "\","), 400, "CHANGE_IDEA_UNKNOWN");
        district.put("change-ideas/" + foreign, "\"0\"", idea("a")).then().statusCode(404);
    }

    @Test
    void of_two_people_who_revise_one_version_one_does() throws Exception {
        String idea = proposed("Call home");
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> revisions = List.of(
                    () -> district.put("change-ideas/" + idea, "\"1\"", idea("Call early"))
                            .statusCode(),
                    () -> district.put("change-ideas/" + idea, "\"1\"", idea("Call late"))
                            .statusCode());
            assertEquals(
                    List.of(200, 412),
                    people.invokeAll(revisions).stream()
                            .map(future -> future.resultNow())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void a_shared_idea_is_found_by_others_with_nothing_of_its_district_but_counts_of_decisions() {
        // given
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String idea = district.created(
                "change-ideas",
                idea("Call home early " + word)
                        .replace("\"warrant\"", "\"description\":\"Secret plan of Garfield\",\"warrant\""),
                "changeIdeaId");
        decided(idea, District.ADOPT);
        District other = District.any();
        other.get("shared-ideas?q=" + word).body("items", empty());
        // when
        district.post("change-ideas/" + idea + "/sharing", "{}").then().statusCode(200);
        // then
        String answer = other.get("shared-ideas?q=" + word.toUpperCase(Locale.ROOT))
                .body("items.changeIdeaId", contains(idea))
                .body("items[0].adopted", equalTo(1))
                .body("items[0].abandoned", equalTo(0))
                .body("items[0].warrant.sourceUrl", equalTo("https://doi.org/10.1038/s41562-018-0328-1"))
                .body(
                        "items[0].keySet()",
                        containsInAnyOrder("changeIdeaId", "title", "warrant", "adopted", "adapted", "abandoned"))
                .extract()
                .asString();
        for (String secret :
                List.of(district.id(), "Dana Reyes", "Attendance team", "19647330112536", "Garfield", "improved")) {
            assertEquals(-1, answer.indexOf(secret), secret + " in " + answer);
        }
        other.get("shared-ideas?q=Garfield").body("items.changeIdeaId", not(hasItem(idea)));
        district.get("shared-ideas?q=" + word).body("items", empty());
        other.as("ana").get(other.path("change-ideas/" + idea)).then().statusCode(404);
        other.as("ana").get(district.path("shared-ideas")).then().statusCode(404);
    }

    @Test
    void sharing_ends_when_it_is_withdrawn_and_when_the_idea_ends() {
        // given
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String first = proposed("One " + word);
        String second = proposed("Two " + word);
        String third = proposed("Three " + word);
        for (String idea : List.of(first, second, third)) {
            district.post("change-ideas/" + idea + "/sharing", "{}").then().statusCode(200);
        }
        District other = District.any();
        String next = other.get("shared-ideas?limit=2&q=" + word)
                .body("items.changeIdeaId", contains(third, second))
                .extract()
                .path("next");
        other.get("shared-ideas?limit=2&q=" + word + "&cursor=" + next).body("items.changeIdeaId", contains(first));
        // when
        district.post("change-ideas/" + first + "/sharing/withdrawal", "{\"reason\":\"Under revision\"}")
                .then()
                .statusCode(200);
        district.post("change-ideas/" + second + "/retirement", "{\"reason\":\"It backfired\"}")
                .then()
                .statusCode(200);
        // then
        other.get("shared-ideas?q=" + word).body("items.changeIdeaId", contains(third));
        for (String query : List.of("strength=x", "cursor=x", "cursor=WyJhIiwiYiJd", "limit=0")) {
            other.as("ana").get(other.path("shared-ideas?" + query)).then().statusCode(400);
        }
    }

    private ValidatableResponse refused(String path, String body, int status, String named) {
        return district.post(path, body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(containsString(named));
    }
}
