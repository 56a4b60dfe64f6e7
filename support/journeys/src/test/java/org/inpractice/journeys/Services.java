package org.inpractice.journeys;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.inpractice.stack.LocalService;

/** The three packaged services, started once for all journeys of this JVM; it ends with the JVM. */
final class Services {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static Services running;

    private final Installation installation = Installation.start(false);
    private final Map<LocalService, List<RunningService>> replicas = new EnumMap<>(LocalService.class);
    private final AtomicInteger turn = new AtomicInteger();

    private Services() {
        for (LocalService service : LocalService.values()) {
            replicas.put(service, new CopyOnWriteArrayList<>(List.of(installation.launch(service))));
        }
        replicas.values().forEach(started -> started.getFirst().awaitReady(PATIENCE));
    }

    static synchronized Services running() {
        if (running == null) {
            running = new Services();
        }
        return running;
    }

    Installation installation() {
        return installation;
    }

    /** The first replica of a service. */
    RunningService first(LocalService service) {
        return replicas.get(service).getFirst();
    }

    /** Starts one more, which takes its share of the requests from when it is ready. */
    RunningService join(LocalService service) {
        RunningService joining = installation.launch(service).awaitReady(PATIENCE);
        replicas.get(service).add(joining);
        return joining;
    }

    /** Stops a replica in order, in the middle of whatever it does. */
    void leave(RunningService leaving) {
        replicas.get(leaving.service()).remove(leaving);
        leaving.close();
    }

    /** The port of one replica, in turns. */
    int port(LocalService service) {
        List<RunningService> candidates = replicas.get(service);
        return candidates
                .get(Math.floorMod(turn.getAndIncrement(), candidates.size()))
                .port();
    }

    /** The end of every log, for a message. */
    String lastWords() {
        StringBuilder words = new StringBuilder();
        replicas.values()
                .forEach(all -> all.forEach(one -> words.append("\n--- ")
                        .append(one.service().serviceName())
                        .append(":\n")
                        .append(one.lastWords())));
        return words.toString();
    }
}
