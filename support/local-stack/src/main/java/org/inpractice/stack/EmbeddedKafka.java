package org.inpractice.stack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The real Apache Kafka broker and its KRaft controller, in this JVM, on 127.0.0.1. Topics are never made by using them.
 * Ports and data stay the same over {@link #stop()} and {@link #start()}.
 */
public final class EmbeddedKafka implements KafkaBroker, AutoCloseable {
    private static final String NODE_ID = "1";
    // Held, because a logger that nobody holds forgets its level.
    private static final List<Logger> QUIET = List.of(
            Logger.getLogger("kafka"), Logger.getLogger("org.apache.kafka"), Logger.getLogger("state.change.logger"));

    private final Path directory;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    private EmbeddedKafka(Path directory, int port, int controllerPort) {
        this.directory = directory;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts the broker, on new storage when the directory is missing or empty.
     *
     * @param directory the folder of its log segments
     * @param port of the broker, or 0 for a free one
     * @param controllerPort of the controller, or 0 for a free one
     */
    public static EmbeddedKafka start(Path directory, int port, int controllerPort) {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        Path absolute = directory.toAbsolutePath().normalize();
        int chosenPort = port == 0 ? Ports.free() : port;
        int chosenControllerPort = controllerPort == 0 ? Ports.free() : controllerPort;
        EmbeddedKafka kafka = new EmbeddedKafka(absolute, chosenPort, chosenControllerPort);
        if (Folders.isEmpty(absolute)) {
            kafka.format();
        } else if (!Files.exists(absolute.resolve("meta.properties"))) {
            throw new LocalStackException("The data folder " + absolute
                    + " is not a whole Kafka data folder: move it away or start with --fresh.");
        }
        kafka.start();
        return kafka;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        refuseTakenPort(port, "Kafka");
        refuseTakenPort(controllerPort, "Kafka's controller");
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException e) {
            starting.shutdown();
            throw new LocalStackException("Kafka did not start on port " + port + ": " + e.getMessage(), e);
        }
        server = starting;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void refuseTakenPort(int wanted, String who) {
        if (Ports.inUse(wanted)) {
            throw new LocalStackException("Port " + wanted + " is in use, " + who
                    + " wanted it: stop what listens there or choose another port.");
        }
    }

    private void format() {
        // Beside the final place, then renamed: a run killed in the middle leaves nothing that looks whole.
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        Folders.remove(partial);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(partial);
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(Integer.parseInt(NODE_ID))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(partial.toString())
                    .setMetadataLogDirectory(partial.toString())
                    .run();
            Files.deleteIfExists(directory);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (Exception e) { // Formatter.run declares no less
            throw new LocalStackException("Kafka could not initialise " + directory + ": " + e.getMessage(), e);
        }
    }

    private Map<String, String> properties() {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "CONTROLLER://127.0.0.1:" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE_ID),
                Map.entry("listeners", broker + "," + controller),
                Map.entry("advertised.listeners", broker),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
                Map.entry("log.dirs", directory.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
    }
}
