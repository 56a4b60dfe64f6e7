package org.inpractice.cycles.idea;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.inpractice.cycles.District;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

/** What one district shares, and another finds. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class SharedIdeasTest {
    private final District district = District.any();

    @Test
    void a_shared_idea_is_found_by_others_with_nothing_of_its_district_but_counts_of_decisions() {
        // given
        String word = "w" + UUID.randomUUID().toString().replace("-", "");
        String idea = district.created(
                "change-ideas",
                ChangeIdeasTest.idea("Call home early " + word)
                        .replace("\"warrant\"", "\"description\":\"Secret plan of Garfield\",\"warrant\""),
                "changeIdeaId");
        String cycle = district.created("cycles", District.plan("\"changeIdeaId\":\"" + idea + "\","), "cycleId");
        district.post("cycles/" + cycle + "/start", District.STARTED).then().statusCode(200);
        district.post("cycles/" + cycle + "/study", District.STUDY).then().statusCode(200);
        district.post("cycles/" + cycle + "/decision", """
                        {"decision":"adopt","rationale":"It works",
                         "standardWork":{"description":"The teacher calls before ten","owner":"Keeper of calls"}}""").then().statusCode(200);
        district.get("change-ideas/" + idea)
                .body("standardWork.owner", equalTo("Keeper of calls"))
                .body("standardWork.cycleId", equalTo(cycle));
        District other = District.any();
        other.get("shared-ideas?q=" + word).body("items", empty());
        // when
        district.post("change-ideas/" + idea + "/sharing", "{}").then().statusCode(200);
        // then
        String answer = other.get("shared-ideas?q=" + word.toUpperCase(Locale.ROOT))
                .body("items.changeIdeaId", contains(idea))
                .body("items[0].adopted", equalTo(1))
                .body("items[0].standardWork", equalTo("The teacher calls before ten"))
                .body("items[0].abandoned", equalTo(0))
                .body("items[0].warrant.sourceUrl", equalTo("https://doi.org/10.1038/s41562-018-0328-1"))
                .body(
                        "items[0].keySet()",
                        containsInAnyOrder(
                                "changeIdeaId", "title", "warrant", "standardWork", "adopted", "adapted", "abandoned"))
                .extract()
                .asString();
        for (String secret : List.of(
                district.id(),
                "Dana Reyes",
                "Keeper of calls",
                "It works",
                "Attendance team",
                "19647330112536",
                "Garfield",
                "improved")) {
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
        String first = district.created("change-ideas", ChangeIdeasTest.idea("One " + word), "changeIdeaId");
        String second = district.created("change-ideas", ChangeIdeasTest.idea("Two " + word), "changeIdeaId");
        String third = district.created("change-ideas", ChangeIdeasTest.idea("Three " + word), "changeIdeaId");
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
}
