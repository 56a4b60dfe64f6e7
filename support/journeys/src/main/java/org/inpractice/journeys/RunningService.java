package org.inpractice.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.inpractice.stack.LocalService;

/** One replica of a packaged service, a process of its own that can be stopped, killed, frozen and started again. */
public final class RunningService implements AutoCloseable {
    private static final int STOP_SECONDS = 20;
    private static final int LAST_LINES = 40;
    /** Ends the process when the pipe to this JVM closes, as it does when this JVM is killed. */
    private static final String WATCH = "trap '' INT TERM HUP; read -r word || kill -KILL \"$1\"";

    private final LocalService service;
    private final int port;
    private final Map<String, String> settings;
    private final Path log;
    private Process process;
    private Process watchman;
    private long began;

    RunningService(LocalService service, int port, Map<String, String> settings, Path log) {
        this.service = service;
        this.port = port;
        this.settings = settings;
        this.log = log;
    }

    /** Starts it, for the first time or again, on the same port; does not wait. */
    public RunningService start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
        String further = System.getProperty("journeys.jvm", "");
        if (!further.isBlank()) {
            command.addAll(List.of(further.strip().split("\\s+", -1)));
        }
        command.addAll(List.of("-jar", program().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        settings.forEach((name, value) ->
                builder.environment().put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        try {
            began = System.nanoTime();
            process = builder.start();
            process.getOutputStream().close();
            watchman = new ProcessBuilder("sh", "-c", WATCH, "watchman", String.valueOf(process.pid())).start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready. Fails with the end of its log. */
    public RunningService awaitReady(Duration patience) {
        while (true) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        service.serviceName() + " ended with exit code " + process.exitValue() + ":\n" + lastWords());
            }
            if (isReady()) {
                return this;
            }
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IllegalStateException(
                        service.serviceName() + " is not ready after " + patience.toSeconds() + " s:\n" + lastWords());
            }
            pause(20);
        }
    }

    private boolean isReady() {
        try (HttpConnection connection = new HttpConnection(port, null)) {
            return connection.get("/q/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path program() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(service.serviceName()))) {
            folder = folder.getParent();
        }
        Path program = Path.of(service.serviceName(), "target", "quarkus-app", "quarkus-run.jar");
        if (folder == null || !Files.exists(folder.resolve(program))) {
            throw new IllegalStateException(
                    program + " is missing: ./dev test and ./dev bench build the services before they run them.");
        }
        return folder.resolve(program);
    }

    /** Which service it is. */
    public LocalService service() {
        return service;
    }

    /** Where it answers, on the loopback address. */
    public int port() {
        return port;
    }

    /** The end of its log. */
    public String lastWords() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    /** {@code kill -9}: gone without a word. Returns when it is. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Holds the process still until {@link #thaw()}. */
    public void freeze() {
        signal("-STOP");
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("-CONT");
    }

    /** The memory it holds, in MiB. */
    public long residentMebibytes() {
        return Long.parseLong(output("ps", "-o", "rss=", "-p", String.valueOf(process.pid()))
                        .strip())
                / 1024;
    }

    /** The processor time it has used. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Ends it in order, or by force when that takes too long. */
    @Override
    public void close() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        process.onExit().join();
        watchman.destroyForcibly();
    }

    private void signal(String name) {
        output("kill", name, String.valueOf(process.pid()));
    }

    private static String output(String... command) {
        try {
            Process program =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
