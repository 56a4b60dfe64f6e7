package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.inpractice.stack.LocalService.LEARNING_LOG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.inpractice.stack.LocalService;
import org.junit.jupiter.api.Test;

class LiveHistoryJourneyTest {
    private final Services services = Services.running();
    private final Evidence evidence = new Evidence(services);

    @Test
    void a_reader_whose_replica_is_killed_goes_on_at_another_and_sees_every_event_once() throws Exception {
        // given
        RunningService first = services.first(LEARNING_LOG);
        RunningService second = services.join(LEARNING_LOG);
        Caller caller = new Caller(services, "1971001");
        DistrictYear year = new DistrictYear(caller);
        year.begin();
        try (LiveReader reader = new LiveReader(
                caller.district(), services.installation().token(List.of(caller.district())), first.port())) {
            reader.start();
            // when
            steps(year, 0, 40);
            await().atMost(Services.PATIENCE).until(() -> reader.seen().size() >= 20);
            reader.goTo(second.port());
            first.kill();
            steps(year, 40, 70);
            first.start().awaitReady(Services.PATIENCE);
            await().atMost(Services.PATIENCE).until(() -> reader.seen().size() >= 50);
            reader.goTo(first.port());
            second.kill();
            steps(year, 70, DistrictYear.STEPS);
            // then
            int all = 0;
            for (LocalService service : LocalService.values()) {
                all += evidence.stream(service, caller.district()).size();
            }
            int expected = all;
            await().atMost(Services.PATIENCE).until(() -> reader.seen().size() >= expected);
            assertTrue(reader.connections() >= 3, () -> reader.connections() + " connections");
            assertEveryEventOnce(caller, reader.seen());
        } finally {
            services.leave(second);
        }
    }

    private void assertEveryEventOnce(Caller caller, List<String> seen) throws Exception {
        for (LocalService service : LocalService.values()) {
            String source = "/" + service.serviceName() + "#";
            int last = evidence.stream(service, caller.district()).size();
            assertEquals(
                    IntStream.rangeClosed(1, last).mapToObj(seq -> source + seq).toList(),
                    seen.stream().filter(name -> name.startsWith(source)).toList());
        }
    }

    private static void steps(DistrictYear year, int from, int to) {
        for (int step = from; step < to; step++) {
            year.step(step);
        }
    }
}
