package org.inpractice.learning.history;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.inpractice.learning.ADistrict;
import org.inpractice.stack.EventContract;
import org.inpractice.stack.LocalStackResource;
import org.inpractice.stack.Topics;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;

/** The history reads every event that the other services promise to send. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "learning"))
class SampleEventsTest {
    private final EventContract contract = EventContract.ofThisRepository();
    private final ADistrict district = ADistrict.fresh();

    @Test
    void every_sample_of_the_other_services_reaches_the_history() {
        // given
        List<String> expected = new ArrayList<>(contract.wireTypes(Topics.MEASURES));
        expected.addAll(contract.wireTypes(Topics.CYCLES));

        // when
        send(ForeignService.measurement(district.id()));
        send(ForeignService.cycles(district.id()));

        // then
        await().untilAsserted(() -> {
            List<String> found =
                    district.get("history").then().statusCode(200).extract().path("items.type");
            assertEquals(new TreeSet<>(expected), new TreeSet<>(found));
        });
    }

    private void send(ForeignService service) {
        List<RecordedEvent> events = new ArrayList<>();
        for (String wireType : contract.wireTypes(service.topic())) {
            events.add(service.event(
                    events.size() + 1L,
                    wireType.substring(0, wireType.lastIndexOf(".v")),
                    "sample",
                    UUID.randomUUID(),
                    contract.sampleData(wireType)));
        }
        service.send(events);
    }
}
