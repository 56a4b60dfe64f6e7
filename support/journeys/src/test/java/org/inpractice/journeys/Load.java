package org.inpractice.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Several districts live through their years at the same time. */
final class Load {
    private final List<DistrictYear> years = new ArrayList<>();
    private final AtomicInteger stepsDone = new AtomicInteger();

    Load(Services services, String districtPrefix, int districts) {
        for (int i = 0; i < districts; i++) {
            years.add(new DistrictYear(new Caller(services, districtPrefix + i)));
        }
    }

    List<DistrictYear> years() {
        return years;
    }

    /** The share that is done. */
    double progress() {
        return stepsDone.get() / (double) (years.size() * DistrictYear.STEPS);
    }

    /** Runs from one step to before another while something else happens; returns when both are done. */
    void run(int from, int to, Runnable meanwhile) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(years.size())) {
            List<Future<?>> running = new ArrayList<>();
            for (DistrictYear year : years) {
                running.add(threads.submit(() -> {
                    if (from == 0) {
                        year.begin();
                    }
                    for (int step = from; step < to; step++) {
                        year.step(step);
                        stepsDone.incrementAndGet();
                    }
                }));
            }
            meanwhile.run();
            for (Future<?> one : running) {
                one.get();
            }
        }
    }
}
