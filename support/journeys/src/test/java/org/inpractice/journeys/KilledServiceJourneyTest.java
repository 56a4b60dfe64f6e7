package org.inpractice.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.inpractice.stack.LocalService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KilledServiceJourneyTest {
    private final Services services = Services.running();

    @ParameterizedTest
    @ValueSource(longs = {20_170_901})
    void killing_each_service_under_load_loses_nothing_and_doubles_nothing(long seed) throws Exception {
        // given
        UndisturbedRun undisturbed = UndisturbedRun.on(services);
        Load load = new Load(services, "195" + seed % 10, 5);
        Random random = new Random(seed);
        Map<LocalService, Double> moments = new EnumMap<>(LocalService.class);
        for (LocalService service : LocalService.values()) {
            moments.put(service, 0.1 + moments.size() * 0.25 + random.nextDouble() * 0.2);
        }

        // when
        load.run(
                0,
                DistrictYear.STEPS,
                () -> moments.forEach((service, moment) -> {
                    await().atMost(Services.PATIENCE).until(() -> load.progress() >= moment);
                    assertTrue(load.progress() < 1, "the load was over before the kill");
                    RunningService killed = services.first(service);
                    killed.kill();
                    killed.start().awaitReady(Services.PATIENCE);
                }));

        // then
        undisturbed.assertSameAs(load);
    }
}
