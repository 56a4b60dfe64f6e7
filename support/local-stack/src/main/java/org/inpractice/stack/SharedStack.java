package org.inpractice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one PostgreSQL and the one broker of a test JVM, on a temporary folder that goes with the JVM.
 * Lives in the system class loader, and speaks JDK types only, so that every class loader of a Quarkus test run finds the same one.
 */
public final class SharedStack {
    private static SharedStack running;

    private final EmbeddedPostgreSql postgres;
    private final EmbeddedKafka kafka;
    private final DevelopmentTokens tokens = DevelopmentTokens.generate();

    private SharedStack(Path folder) {
        postgres = EmbeddedPostgreSql.start(folder.resolve("postgresql"), 0, false);
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder), "local-stack-stop"));
        kafka.createTopics(Topics.ALL);
    }

    /** Starts what is not running yet, and tells {@code postgres.port}, {@code kafka.bootstrap} and {@code tokens.key}. */
    public static synchronized Map<String, String> start() {
        if (running == null) {
            try {
                running = new SharedStack(Files.createTempDirectory("local-stack-"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Map.of(
                "postgres.port", String.valueOf(running.postgres.port()),
                "kafka.bootstrap", running.kafka.bootstrapServers(),
                "tokens.key", running.tokens.privateKey());
    }

    /** Takes the broker away. */
    public static synchronized void stopKafka() {
        running.kafka.stop();
    }

    /** Brings the broker back. */
    public static synchronized void startKafka() {
        running.kafka.start();
    }

    private void stop(Path folder) {
        kafka.stop();
        postgres.stop();
        Folders.remove(folder);
    }
}
