package org.inpractice.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.inpractice.stack.DevelopmentTokens;
import org.inpractice.stack.EmbeddedKafka;
import org.inpractice.stack.EmbeddedPostgreSql;
import org.inpractice.stack.LocalService;
import org.inpractice.stack.Topics;

/** PostgreSQL, Kafka and any number of replicas of the packaged services, on free loopback ports and a temporary folder. */
public final class Installation implements AutoCloseable {
    /** Protects nothing: the data of a journey is thrown away with it. */
    private static final String SEALING_KEY = "journey:" + "A".repeat(43) + "=";

    private final Path folder;
    private final EmbeddedPostgreSql postgres;
    private final EmbeddedKafka kafka;
    private final DevelopmentTokens tokens = DevelopmentTokens.generate();
    private final List<RunningService> started = new ArrayList<>();
    private final Thread atTheEnd = new Thread(this::release, "installation-stop");
    private boolean closed;

    private Installation(Path folder, boolean durable) {
        this.folder = folder;
        this.postgres = EmbeddedPostgreSql.start(folder.resolve("postgresql"), 0, durable);
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0);
        kafka.createTopics(Topics.ALL);
        Runtime.getRuntime().addShutdownHook(atTheEnd);
    }

    /**
     * PostgreSQL and Kafka, and no service yet.
     *
     * @param durable whether a commit waits for the disk
     */
    public static Installation start(boolean durable) {
        try {
            return new Installation(Files.createTempDirectory("journeys-"), durable);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database server. */
    public EmbeddedPostgreSql postgres() {
        return postgres;
    }

    /** The broker. */
    public EmbeddedKafka kafka() {
        return kafka;
    }

    /** Whose tokens the services take. */
    public DevelopmentTokens tokens() {
        return tokens;
    }

    /** A token with every scope for some districts; {@code *} opens all. */
    public String token(Collection<String> districts) {
        return tokens.token("journey", districts, DevelopmentTokens.ALL_SCOPES, Duration.ofHours(4));
    }

    /** Starts a replica of a service and does not wait for it; the first one makes the tables. */
    public synchronized RunningService launch(LocalService service) {
        postgres.createDatabase(service.database());
        int port = freePort();
        Path log = folder.resolve(service.serviceName() + "-" + port + ".log");
        RunningService running = new RunningService(service, port, settings(service, port), log);
        started.add(running);
        return running.start();
    }

    private Map<String, String> settings(LocalService service, int port) {
        return Map.ofEntries(
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", String.valueOf(port)),
                Map.entry("quarkus.datasource.jdbc.url", postgres.jdbcUrl(service.database())),
                Map.entry("quarkus.datasource.username", postgres.user()),
                Map.entry("quarkus.datasource.password", postgres.password()),
                Map.entry("kafka.bootstrap.servers", kafka.bootstrapServers()),
                // The broker waits this long for a killed consumer.
                Map.entry("kafka.session.timeout.ms", "6000"),
                Map.entry("kafka.heartbeat.interval.ms", "1500"),
                Map.entry("inpractice.sealing.master-keys", SEALING_KEY),
                Map.entry("quarkus.oidc.public-key", tokens.publicKey()),
                Map.entry("quarkus.oidc.token.issuer", DevelopmentTokens.ISSUER),
                Map.entry("quarkus.oidc.token.audience", DevelopmentTokens.AUDIENCE));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
        release();
    }

    private synchronized void release() {
        if (closed) {
            return;
        }
        closed = true;
        started.forEach(RunningService::close);
        kafka.stop();
        postgres.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                if (!file.toFile().delete()) {
                    file.toFile().deleteOnExit();
                }
            });
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not remove " + folder + ": " + e.getMessage());
        }
    }
}
