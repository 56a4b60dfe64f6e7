package org.inpractice.learning.search;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.learning.OtherServices;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** Texts are found by their words, forgivingly, safely, and not when they are erased. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class SearchTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    private final ADistrict district = ADistrict.fresh();

    @Test
    void finds_reports_reviews_lessons_and_studies_by_the_stems_of_their_words() {
        // given
        String failure = report("Nobody called the families of absent students.", "19647330112536");
        review(failure, "The lists were printed a day late", "Print the absence lists before eight");
        UUID cycle = UUID.randomUUID();
        OtherServices told = new OtherServices(district.id());
        study(told, cycle, "The lists help when the caller knows the family");
        // then
        find("call family").body("items.kind", hasItem("report")).body("items[0].failureId", equalTo(failure));
        await().atMost(SOON)
                .untilAsserted(() -> find("list")
                        .body("items.kind.toSet()", equalTo(java.util.Set.of("review", "lesson", "study"))));
        find("printing").body("items", hasSize(2));
        find("list&kind=study")
                .body("items", hasSize(1))
                .body("items[0].cycleId", equalTo(cycle.toString()))
                .body("items[0].siteId", equalTo("19647330112537"))
                .body("items[0].snippets[0].html", containsString("The <mark>lists</mark> help"));
        find("list&siteId=19647330112536").body("items", hasSize(2));
        find("\"a day late\"").body("items.kind", equalTo(List.of("review")));
        find("\"late a day\"").body("items", hasSize(0));
        find("list -caller").body("items", hasSize(2));
        find("caller or printed&kind=review").body("items", hasSize(1));
        find("call&from=2025-11-04").body("items.kind", equalTo(List.of("study")));
        find("call&to=2025-11-03").body("items.kind", equalTo(List.of("report")));
    }

    @Test
    void forgives_typing_errors_in_words_that_no_text_has() {
        // given
        report("The attendance list was a day old.", "1");
        // then
        find("atendance")
                .body("items", hasSize(1))
                .body("mistyped", equalTo(List.of("atend")))
                .body("items[0].snippets[0].html", containsString("<mark>attendance</mark>"));
        find("attendance").body("items", hasSize(1)).body("mistyped", hasSize(0));
        find("zeppelin").body("items", hasSize(0)).body("mistyped", hasSize(0));
    }

    @Test
    void forgives_two_letters_that_changed_places() {
        // given
        report("Nobody looked at the chart.", "1");
        // then
        find("chrat")
                .body("mistyped", equalTo(List.of("chrat")))
                .body("items[0].snippets[0].html", containsString("<mark>chart</mark>"));
    }

    @Test
    void markup_in_a_text_stays_text() {
        // given
        report("<script>alert('the list')</script> & <b>list</b>", "1");
        // then
        find("list")
                .body(
                        "items[0].snippets[0].html",
                        equalTo("&lt;script&gt;alert(&#39;the <mark>list</mark>&#39;)&lt;/script&gt; &amp; "
                                + "&lt;b&gt;<mark>list</mark>&lt;/b&gt;"));
    }

    @Test
    void the_better_match_comes_first_and_pages_go_on_where_they_ended() {
        // given
        for (int i = 0; i < 5; i++) {
            report("Number " + i + ": the bus was late.", "1");
        }
        String best = report("The late bus: a late bus is a late start, and the bus was late again.", "1");
        // when
        var first = district.get("search?q=late bus&limit=2");
        var second = district.get("search?q=late bus&limit=2&cursor=" + first.path("next"));
        var third = district.get("search?q=late bus&limit=2&cursor=" + second.path("next"));
        // then
        first.then().body("items[0].failureId", equalTo(best));
        List<String> seen = new ArrayList<>(first.<List<String>>path("items.failureId"));
        seen.addAll(second.path("items.failureId"));
        seen.addAll(third.path("items.failureId"));
        assertEquals(6, seen.stream().distinct().count());
        third.then().body("next", nullValue());
    }

    @Test
    void an_erased_text_is_gone_from_the_index_at_once_and_a_rebuild_does_not_bring_it_back() throws SQLException {
        // given
        String failure = report("Somebody named Rumpelstiltskin forgot the lunches.", "1");
        review(failure, "Haste", "Ask Rumpelstiltskin early");
        find("rumpelstiltskin").body("items", hasSize(2));
        // when
        district.post("failures/" + failure + "/redaction", """
                        {"reason": "names_a_person", "fields": ["whatHappened"]}
                        """).then().statusCode(200);
        // then
        find("rumpelstiltskin").body("items.kind", equalTo(List.of("lesson")));
        find("families").body("items", hasSize(1));
        // when
        district.post("failures/" + failure + "/redaction", "{\"reason\": \"names_a_person\"}")
                .then()
                .statusCode(200);
        // then
        find("rumpelstiltskin").body("items", hasSize(0));
        find("rumpelstiltskim").body("items", hasSize(0)).body("mistyped", hasSize(0));
        assertEquals(List.of(), rows("search_text", "failure_id = '" + failure + "'"));
        assertFalse(rows("search_word", "district_id = '" + district.id() + "'")
                .toString()
                .contains("rumpel"));
        rebuild("search");
        find("rumpelstiltskin").body("items", hasSize(0));
    }

    @Test
    void rebuilt_the_index_equals_the_live_one() throws SQLException {
        // given
        String failure = report("The buses were late; the lunches were cold.", "1");
        review(failure, "Haste", "Ask early");
        String other = report("The list was old.", "2");
        district.post("failures/" + other + "/redaction", """
                        {"reason": "confidential", "fields": ["impact"]}
                        """).then().statusCode(200);
        OtherServices told = new OtherServices(district.id());
        study(told, UUID.randomUUID(), "It helps to ask");
        await().atMost(SOON).untilAsserted(() -> find("ask&kind=study").body("items", hasSize(1)));
        List<List<String>> live = new ArrayList<>();
        List<String> tables = List.of(
                "search_text", "search_word", "search_failure", "search_study", "search_study_word", "search_cycle");
        for (String table : tables) {
            live.add(rows(table, "true"));
        }
        // when
        rebuild("search");
        rebuild("studies");
        // then
        for (int i = 0; i < tables.size(); i++) {
            assertEquals(live.get(i), rows(tables.get(i), "true"));
        }
    }

    @Test
    void what_cannot_be_looked_for_is_refused_with_the_remedy_and_nothing_breaks() {
        // given
        report("The list was late.", "1");
        ADistrict other = ADistrict.fresh();
        // then
        for (String q : List.of("", "   ", "the and of", "-list", "x".repeat(201), "a\u0000b")) {
            district.ana()
                    .queryParam("q", q)
                    .get(district.path("search"))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("field", equalTo("q"));
        }
        district.get("search").then().statusCode(400).body("field", equalTo("q"));
        for (String q : List.of(
                "list & !",
                "'list",
                "list'; drop table failure; --",
                "(((list",
                "list | | &",
                "\"list",
                "\\list",
                "li*st:*",
                "<-> list",
                "%",
                "or or list",
                "list' || '",
                "🚌 list",
                "x".repeat(200))) {
            district.ana()
                    .queryParam("q", q)
                    .get(district.path("search"))
                    .then()
                    .statusCode(q.equals("%") ? 400 : 200);
        }
        find("list&kind=poem").statusCode(400).body("field", equalTo("kind"));
        find("list&from=yesterday").statusCode(400).body("field", equalTo("from"));
        find("list&cursor=WyIxIiwiMiJd").statusCode(400).body("field", equalTo("cursor"));
        find("list&cursor=WyJOYU4iLCI3ZjAwMDAwMC0wMDAwLTAwMDAtMDAwMC0wMDAwMDAwMDAwMDAiXQ")
                .statusCode(400);
        other.get("search?q=list").then().statusCode(200).body("items", hasSize(0));
    }

    private ValidatableResponse find(String q) {
        return district.get("search?q=" + q).then();
    }

    private String report(String whatHappened, String site) {
        return district.ana()
                .body(Map.of(
                        "kind", "failure",
                        "whatHappened", whatHappened,
                        "happenedAt", "2025-11-03T18:00:00Z",
                        "impact", "41 families",
                        "siteId", site))
                .post(district.path("failures"))
                .then()
                .statusCode(201)
                .extract()
                .path("failureId");
    }

    private void review(String failure, String factor, String lesson) {
        district.post("failures/" + failure + "/review", """
                        {"contributingFactors": ["%s"], "wentWell": [], "lessons": ["%s"], "reviewedOn": "2025-11-05",
                         "actions": []}
                        """.formatted(factor, lesson))
                .then()
                .statusCode(200);
    }

    private static void study(OtherServices told, UUID cycle, String learned) {
        told.cycles("cycle.planned", """
                {"cycleId": "%s", "changeIdeaId": "%s", "changeIdea": "Call", "rung": 1, "measures": [],
                 "siteId": "19647330112537", "studentGroup": "all", "owner": "team"}
                """.formatted(cycle, UUID.randomUUID()));
        told.cycles("cycle.studied", """
                {"cycleId": "%s", "comparedWithPrediction": "Less", "whatHappened": "Calls went out",
                 "learned": "%s", "studiedOn": "2025-11-17"}
                """.formatted(cycle, learned));
        told.send();
    }

    private void rebuild(String readModel) {
        district.ana()
                .post("/v1/admin/read-models/" + readModel + "/rebuild")
                .then()
                .statusCode(202);
        await().atMost(SOON)
                .untilAsserted(() -> district.ana()
                        .get("/v1/admin/read-models")
                        .then()
                        .body("rebuilds.find { it.readModel == '" + readModel + "' }.state", equalTo("done")));
    }

    private List<String> rows(String table, String where) throws SQLException {
        return transactions.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select t::text from " + table + " t where " + where + " order by 1")) {
                List<String> rows = new ArrayList<>();
                while (row.next()) {
                    rows.add(row.getString(1));
                }
                return rows;
            }
        });
    }
}
