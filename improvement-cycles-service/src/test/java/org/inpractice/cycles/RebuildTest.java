package org.inpractice.cycles;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.cycle.CycleProjection;
import org.inpractice.cycles.cycle.Cycles;
import org.inpractice.cycles.driver.Drivers;
import org.inpractice.cycles.goal.Goals;
import org.inpractice.cycles.goal.Priorities;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.cycles.team.Teams;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventTableRebuild;
import org.inpractice.stream.Transactions;
import org.junit.jupiter.api.Test;

/** The read tables say what the events say: made anew from them, they are the same row for row. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "cycles"))
class RebuildTest {
    @Inject
    DistrictStream stream;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Test
    void rebuilt_read_tables_equal_the_live_ones_row_for_row() throws SQLException {
        // given
        District district = District.any();
        String team = district.created(
                "teams", "{\"name\":\"a\",\"members\":[{\"person\":\"Eva\",\"role\":\"lead\"}]}", "teamId");
        district.post("teams/" + team + "/members/Eva/departure", "{}").then().statusCode(200);
        String priority = district.created("priorities", "{\"title\":\"Reading\"}", "priorityId");
        district.put("priorities/" + priority, "\"1\"", "{\"title\":\"Reading well\"}")
                .then()
                .statusCode(200);
        String goal = district.created(
                "goals", "{\"statement\":\"b\",\"priorityIds\":[\"" + priority + "\"],\"owner\":\"c\"}", "goalId");
        district.post("goals/" + goal + "/retirement", "{\"reason\":\"Reached\"}")
                .then()
                .statusCode(200);
        String aim = district.aim();
        String part = district.aim();
        district.post("aims/" + part + "/merger", "{\"intoAimId\":\"" + aim + "\",\"reason\":\"One aim\"}")
                .then()
                .statusCode(200);
        district.put("aims/" + aim, "\"1\"", District.aim(5)).then().statusCode(200);
        String idea = district.created(
                "change-ideas",
                "{\"title\":\"i\",\"warrant\":{\"evidence\":\"e\",\"strength\":\"strong\"},\"owner\":\"o\"}",
                "changeIdeaId");
        district.post("change-ideas/" + idea + "/sharing", "{}").then().statusCode(200);
        String driver = district.created("drivers", "{\"aimId\":\"" + aim + "\",\"name\":\"n\"}", "driverId");
        district.post("drivers/" + driver + "/change-ideas", "{\"changeIdeaId\":\"" + idea + "\"}")
                .then()
                .statusCode(200);
        district.planned();
        String started = district.started();
        district.post("cycles/" + started + "/notes", District.NOTE).then().statusCode(200);
        String halt = "{\"reason\":\"r\",\"on\":\"2025-10-06\"}";
        district.post("cycles/" + started + "/pause", halt).then().statusCode(200);
        district.post("cycles/" + started + "/resumption", "{\"on\":\"2025-10-07\"}")
                .then()
                .statusCode(200);
        district.post("cycles/" + district.started() + "/cancellation", halt)
                .then()
                .statusCode(200);
        String decided = district.decided(District.ADAPT);
        List<String> live = rows();
        assertFalse(live.isEmpty());
        // when
        new EventTableRebuild<>("teams", stream, transactions, Teams.CODEC, Teams.ROWS, clock).run();
        new EventTableRebuild<>("priorities", stream, transactions, Priorities.CODEC, Priorities.ROWS, clock).run();
        new EventTableRebuild<>("goals", stream, transactions, Goals.CODEC, Goals.ROWS, clock).run();
        new EventTableRebuild<>("aims", stream, transactions, Aims.CODEC, Aims.ROWS, clock).run();
        new EventTableRebuild<>("change-ideas", stream, transactions, ChangeIdeas.CODEC, ChangeIdeas.ROWS, clock).run();
        new EventTableRebuild<>("drivers", stream, transactions, Drivers.CODEC, Drivers.ROWS, clock).run();
        new EventTableRebuild<>("cycles", stream, transactions, Cycles.CODEC, new CycleProjection(), clock).run();
        // then
        assertEquals(live, rows());
        district.get("cycles/" + decided).body("state", equalTo("decided"));
        district.get("aims/" + aim).body("target", equalTo(5));
        district.post("cycles/" + started + "/study", District.STUDY).then().statusCode(200);
    }

    private List<String> rows() throws SQLException {
        return transactions.call(connection -> {
            List<String> rows = new ArrayList<>();
            for (String table :
                    List.of("team", "priority", "goal", "aim", "change_idea", "driver", "cycle", "cycle_note")) {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select t::text from " + table + " t order by 1")) {
                    while (row.next()) {
                        rows.add(table + row.getString(1));
                    }
                }
            }
            return rows;
        });
    }
}
