package org.inpractice.cycles.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.inpractice.cycles.District;
import org.inpractice.cycles.ReadTables;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assessments and the ranking of ideas over REST. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class AssessmentTest {
    private final District district = District.any();

    @Inject
    Clock clock;

    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    private String idea(String cycle) {
        return district.get("cycles/" + cycle).extract().path("changeIdeaId");
    }

    private static String body(int impact, int effort, String more) {
        return "{\"impact\":%d,\"effort\":%d,\"why\":\"Because\"%s}".formatted(impact, effort, more);
    }

    private String assessed(String idea, int impact, int effort, String more) {
        return district.created("change-ideas/" + idea + "/assessments", body(impact, effort, more), "assessmentId");
    }

    @Test
    void ideas_are_ranked_paged_and_untested_ones_first_when_asked() {
        // given
        String tested = idea(district.started());
        String untested = idea(district.planned());
        String poor = idea(district.planned());
        assessed(tested, 5, 1, "");
        assessed(untested, 4, 2, "");
        assessed(poor, 1, 5, "");
        // then
        district.get("idea-ranking")
                .body("items.changeIdeaId", contains(tested, untested, poor))
                .body("items.rank", contains(1, 2, 3))
                .body("items.tested", contains(true, false, false))
                .body("items[0].changeIdea", equalTo("Call home early"))
                .body("howComputed", containsString("median"))
                .body("scales.impact", hasSize(5));
        district.get("idea-ranking?untestedFirst=true").body("items.changeIdeaId", contains(untested, poor, tested));
        district.get("idea-ranking?tested=false").body("items.changeIdeaId", contains(untested, poor));
        String next = district.get("idea-ranking?limit=1&untestedFirst=true")
                .body("items.changeIdeaId", contains(untested))
                .extract()
                .path("next");
        next = district.get("idea-ranking?limit=1&untestedFirst=true&cursor=" + next)
                .body("items.changeIdeaId", contains(poor))
                .extract()
                .path("next");
        district.get("idea-ranking?limit=1&untestedFirst=true&cursor=" + next)
                .body("items.changeIdeaId", contains(tested))
                .body("next", nullValue());
    }

    @Test
    void a_withdrawn_assessment_lets_the_one_before_count_again() {
        // given
        String idea = idea(district.planned());
        String first = assessed(idea, 4, 2, ",\"by\":\"Dana Reyes\"");
        Instant before = clock.instant();
        String second = assessed(idea, 1, 5, ",\"by\":\"dana reyes\"");
        district.get("idea-ranking").body("items.impact", contains(1.0f));
        // when
        district.post("idea-assessments/" + second + "/withdrawal", "{\"reason\":\"Another idea\"}")
                .then()
                .statusCode(200);
        // then
        district.get("idea-ranking").body("items.impact", contains(4.0f));
        district.get("idea-ranking?asOf=" + before).body("items.impact", contains(4.0f));
        district.get("idea-ranking?asOf=2020-01-01T00:00:00Z").body("items", empty());
        district.get("change-ideas/" + idea + "/assessments")
                .body("items.assessmentId", contains(second, first))
                .body("items[0].withdrawal", equalTo("Another idea"));
        district.get("idea-assessments/" + first).body("by", equalTo("Dana Reyes"));
        district.post("idea-assessments/" + second + "/withdrawal", "{\"reason\":\"Again\"}")
                .then()
                .statusCode(409);
    }

    @Test
    void another_district_has_no_part_in_it() {
        District other = District.any();
        String idea = idea(district.planned());
        other.post("change-ideas/" + idea + "/assessments", body(1, 1, ""))
                .then()
                .statusCode(404)
                .body("code", equalTo("ASSESSED_IDEA_UNKNOWN"));
        String assessment = assessed(idea, 1, 1, "");
        other.as("ana").get(other.path("idea-assessments/" + assessment)).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"impact\":4 | \"impact\":6 | impact",
                "\"impact\":4 | \"impact\":0 | impact",
                "\"impact\":4 | \"impact\":3.5 | impact",
                "\"effort\":2 | \"effort\":\"2\" | effort",
                "\"Because\" | \" \" | why",
                "\"Because\" | \"a\\u0000\" | why",
                "\"why\" | \"whys\":1,\"why\" | whys",
            })
    void bad_input_is_named_by_its_field(String part, String bad, String field) {
        String idea = idea(district.planned());
        district.post("change-ideas/" + idea + "/assessments", body(4, 2, "").replace(part, bad))
                .then()
                .statusCode(400)
                .body(containsString(field));
    }

    @Test
    void bad_questions_are_refused() {
        for (String query :
                List.of("tested=x", "untestedFirst=x", "asOf=x", "cursor=x", "cursor=WyJhIiwiYiIsImMiLCJkIl0")) {
            district.as("ana")
                    .get(district.path("idea-ranking?" + query))
                    .then()
                    .statusCode(400);
        }
    }

    @Test
    void rebuilt_assessments_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        String assessment = assessed(idea(district.planned()), 4, 2, "");
        district.post("idea-assessments/" + assessment + "/withdrawal", "{\"reason\":\"x\"}");
        List<String> live = ReadTables.rows(transactions, "idea_assessment");
        assertFalse(live.isEmpty());
        // when
        new EventTableRebuild<>("idea-assessments", stream, transactions, Assessments.CODEC, Assessments.ROWS, clock)
                .run();
        // then
        assertEquals(live, ReadTables.rows(transactions, "idea_assessment"));
    }
}
