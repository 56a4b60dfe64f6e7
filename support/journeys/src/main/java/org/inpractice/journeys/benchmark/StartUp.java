package org.inpractice.journeys.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.journeys.RunningService;
import org.inpractice.stack.LocalService;

/** (g) From the start of the process to the first answer that it is ready, and the memory it holds then. */
public final class StartUp implements Measurement {
    @Override
    public void run(Bench bench) throws Exception {
        Table table = new Table("(g) service", "ready after s", "resident MiB");
        for (LocalService packaged : LocalService.values()) {
            List<Double> seconds = new ArrayList<>();
            List<Double> mebibytes = new ArrayList<>();
            RunningService service = bench.installation().launch(packaged).awaitReady(Duration.ofMinutes(2));
            for (int round = 0; round < bench.rounds(); round++) {
                service.close();
                long began = System.nanoTime();
                service.start().awaitReady(Duration.ofMinutes(2));
                seconds.add((System.nanoTime() - began) / 1e9);
                mebibytes.add((double) service.residentMebibytes());
            }
            service.close();
            table.row(
                    packaged.serviceName(),
                    "%.1f".formatted(Bench.median(seconds)),
                    "%.0f".formatted(Bench.median(mebibytes)));
        }
        bench.say(table.toString());
    }
}
