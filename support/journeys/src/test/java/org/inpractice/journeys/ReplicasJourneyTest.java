package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.inpractice.stack.LocalService.LEARNING_LOG;
import static org.inpractice.stack.LocalService.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicasJourneyTest {
    private static final int SECOND_HALF = DistrictYear.STEPS / 2;

    private final Services services = Services.running();

    @Test
    void replicas_that_join_and_leave_under_load_change_nothing() throws Exception {
        // given
        UndisturbedRun undisturbed = UndisturbedRun.on(services);
        Load load = new Load(services, "1960", 5);
        List<RunningService> joined = new ArrayList<>();

        // when
        load.run(0, SECOND_HALF, () -> {
            joined.add(services.join(MEASUREMENT));
            joined.add(services.join(LEARNING_LOG));
        });
        load.run(SECOND_HALF, DistrictYear.STEPS, () -> {
            await().atMost(Services.PATIENCE).until(() -> load.progress() >= 0.7);
            joined.forEach(services::leave);
        });

        // then
        undisturbed.assertSameAs(load);
    }
}
