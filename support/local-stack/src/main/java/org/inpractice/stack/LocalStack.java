package org.inpractice.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * PostgreSQL, Kafka and the three packaged services, all on the loopback address. Closing stops the services first, then
 * Kafka, then PostgreSQL; what was not started yet is not started any more.
 */
public final class LocalStack implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);
    private static final long ASK_EVERY_MILLIS = 200;

    private final StackFolder folder;
    private final StackPorts ports;
    private final DevelopmentTokens tokens;
    private final Consumer<String> say;
    private final Consumer<Death> whenOneDies;
    private final Deque<Started> started = new ArrayDeque<>();
    private final Map<LocalService, ServiceProcess> services = new EnumMap<>(LocalService.class);
    private volatile boolean stopping;
    private EmbeddedKafka kafka;

    /** A process of the stack ended by itself; the lines are the end of its log. */
    public record Death(String who, List<String> lastWords) {}

    private record Started(String name, Runnable stop) {}

    /**
     * A stack that is not started yet.
     *
     * @param say takes a line of progress
     * @param whenOneDies is told when a process ends that nobody stopped
     */
    public LocalStack(
            StackFolder folder,
            StackPorts ports,
            DevelopmentTokens tokens,
            Consumer<String> say,
            Consumer<Death> whenOneDies) {
        this.folder = folder;
        this.ports = ports;
        this.tokens = tokens;
        this.say = say;
        this.whenOneDies = whenOneDies;
    }

    /** Starts everything and returns when every service is ready. */
    public void start() {
        folder.refuseHalf();
        ports.refuseTaken();
        EmbeddedPostgreSql postgres = timed(
                "PostgreSQL",
                ports.postgres(),
                () -> EmbeddedPostgreSql.start(folder.postgres(), ports.postgres(), true),
                EmbeddedPostgreSql::stop);
        watch(postgres);
        kafka = timed(
                "Kafka",
                ports.kafka(),
                () -> EmbeddedKafka.start(folder.kafka(), ports.kafka(), ports.controller()),
                EmbeddedKafka::stop);
        folder.markWhole();
        kafka.createTopics(Topics.ALL);
        for (LocalService service : LocalService.values()) {
            postgres.createDatabase(service.database());
            begin(service.serviceName(), () -> start(service, postgres), ServiceProcess::stop);
        }
        awaitReady();
    }

    /** Where a service answers. */
    public URI address(LocalService service) {
        return URI.create("http://localhost:" + ports.of(service));
    }

    /** Where the broker answers. */
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** Where the databases are, for a database client; every user is the superuser. */
    String jdbcUrls() {
        String databases =
                Arrays.stream(LocalService.values()).map(LocalService::database).collect(Collectors.joining("|"));
        return "jdbc:postgresql://localhost:%d/(%s)  user postgres".formatted(ports.postgres(), databases);
    }

    boolean stopping() {
        return stopping;
    }

    @Override
    public void close() {
        stopping = true;
        synchronized (this) {
            services.values().forEach(ServiceProcess::askToStop);
            while (!started.isEmpty()) {
                Started last = started.pop();
                try {
                    last.stop().run();
                    say.accept("Stopped " + last.name() + ".");
                } catch (RuntimeException e) {
                    say.accept("Could not stop " + last.name() + ": " + e.getMessage());
                }
            }
        }
    }

    private synchronized <T> T begin(String name, Supplier<T> start, Consumer<T> stop) {
        if (stopping) {
            throw new LocalStackException("Stopped while starting.");
        }
        T running = start.get();
        started.push(new Started(name, () -> stop.accept(running)));
        return running;
    }

    private <T> T timed(String name, int port, Supplier<T> start, Consumer<T> stop) {
        long began = System.nanoTime();
        T running = begin(name, start, stop);
        say.accept("%-27s up on port %d (%.1f s)".formatted(name, port, seconds(began)));
        return running;
    }

    private ServiceProcess start(LocalService service, EmbeddedPostgreSql postgres) {
        ServiceProcess process = ServiceProcess.start(
                folder.program(service), settings(service, postgres), folder.log(service), folder.processId(service));
        services.put(service, process);
        process.whenItEnds(() -> {
            if (!stopping) {
                String who = service.serviceName() + " ended with exit code " + process.exitCode();
                whenOneDies.accept(new Death(who, process.lastWords()));
            }
        });
        return process;
    }

    private void watch(EmbeddedPostgreSql postgres) {
        ProcessHandle.of(postgres.pid()).ifPresent(server -> {
            var unused = server.onExit().thenRun(() -> {
                if (!stopping) {
                    whenOneDies.accept(new Death(
                            "PostgreSQL ended",
                            ServiceProcess.lastLines(EmbeddedPostgreSql.log(folder.postgres()), 10)));
                }
            });
        });
    }

    private Map<String, String> settings(LocalService service, EmbeddedPostgreSql postgres) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", String.valueOf(ports.of(service))),
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service.database())),
                Map.entry("quarkus.datasource.username", postgres.user()),
                Map.entry("quarkus.datasource.password", postgres.password()),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
                // After a killed run the broker waits for the dead consumer this long.
                Map.entry("kafka.session.timeout.ms", "8000"),
                Map.entry("quarkus.oidc.public-key", tokens.publicKey()),
                Map.entry("quarkus.oidc.token.issuer", DevelopmentTokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", DevelopmentTokens.AUDIENCE)));
        if (service == LocalService.LEARNING_LOG) {
            settings.put("inpractice.sealing.master-keys", SealingKey.in(folder.root()));
        }
        return settings;
    }

    private void awaitReady() {
        long began = System.nanoTime();
        long said = began;
        Set<LocalService> waiting = EnumSet.allOf(LocalService.class);
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!waiting.isEmpty()) {
                waiting.removeIf(service -> {
                    boolean ready = isReady(client, service);
                    if (ready) {
                        say.accept("%-27s up on port %d (%.1f s)"
                                .formatted(service.serviceName(), ports.of(service), seconds(began)));
                    }
                    return ready;
                });
                if (System.nanoTime() - began > READY_WITHIN.toNanos()) {
                    throw new LocalStackException(names(waiting) + " not ready after " + READY_WITHIN.toSeconds()
                            + " s: look into " + folder.log(waiting.iterator().next()));
                }
                if (!waiting.isEmpty() && System.nanoTime() - said > SAY_EVERY.toNanos()) {
                    said = System.nanoTime();
                    say.accept("  … waiting for " + names(waiting) + " (%.0f s)".formatted(seconds(began)));
                }
                pause();
            }
        }
    }

    private static boolean isReady(HttpClient client, int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private boolean isReady(HttpClient client, LocalService service) {
        try {
            return isReady(client, ports.of(service));
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private void pause() {
        if (stopping) {
            throw new LocalStackException("Stopped while starting.");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalStackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new LocalStackException("Interrupted while starting.", e);
    }

    private static String names(Set<LocalService> services) {
        return String.join(
                ", ", services.stream().map(LocalService::serviceName).toList());
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
