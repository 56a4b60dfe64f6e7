package org.inpractice.cycles.portfolio;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.inpractice.cycles.District;
import org.inpractice.stream.DistrictStream;

/** Teams of one district and the cycles they plan and start. */
abstract class TeamsAtWork {
    static final String OVER = """
            {"startedOn":"2025-09-22","overWorkLimit":{"reason":"The grant ends","by":"Superintendent"}}""";

    final District district = District.any();

    @Inject
    DistrictStream stream;

    String team() {
        return district.created("teams", "{\"name\":\"Attendance\"}", "teamId");
    }

    String planned(String team) {
        String more = team == null ? "" : "\"teamId\":\"" + team + "\",";
        return district.created("cycles", District.plan(more), "cycleId");
    }

    Response start(String cycle, String body) {
        return district.post("cycles/" + cycle + "/start", body);
    }

    String started(String team) {
        String cycle = planned(team);
        start(cycle, District.STARTED).then().statusCode(200);
        return cycle;
    }

    void limit(String team, int atMost) {
        district.put("work-limits/" + team, "\"0\"", "{\"atMost\":" + atMost + "}")
                .then()
                .statusCode(200);
    }
}
