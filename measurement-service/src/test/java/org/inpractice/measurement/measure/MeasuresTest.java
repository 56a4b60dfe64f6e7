package org.inpractice.measurement.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.inpractice.measurement.Calls;
import org.inpractice.stack.LocalStackResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStackResource.class,
        initArgs = @ResourceArg(name = "database", value = "measurement"))
class MeasuresTest {
    private final Calls district = Calls.ofNewDistrict();

    @Test
    void changes_the_words_of_a_measure_and_nothing_else() {
        String measure = district.measure("outcome", "rate", "decrease", "month");
        String path = district.path("measures/" + measure);
        district.call()
                .body("{\"name\": \"New\", \"owner\": \"Ben\"}")
                .put(path)
                .then()
                .statusCode(428);
        district.call()
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"New\", \"owner\": \"Ben\"}")
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        district.call()
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"X\", \"owner\": \"Ben\"}")
                .put(path)
                .then()
                .statusCode(412);
        district.call()
                .header("If-Match", "\"2\"")
                .body("{\"name\": \"X\", \"owner\": \"Ben\", \"kind\": \"driver\"}")
                .put(path)
                .then()
                .statusCode(409)
                .body("field", equalTo("kind"));
        district.call().get(path).then().body("name", equalTo("New")).body("countsPeople", equalTo(true));
        district.call().get(district.path("measures?kind=outcome")).then().body("items.measureId", contains(measure));
        district.call()
                .get(district.path("measures/" + UUID.randomUUID()))
                .then()
                .statusCode(404);
        district.call().get("/openapi").then().statusCode(200).body(containsString("/measures"));
    }
}
