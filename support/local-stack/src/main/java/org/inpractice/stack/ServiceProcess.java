package org.inpractice.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A packaged service as a process of its own. What it says goes to its log; Ctrl-C in the terminal does not reach it, so that
 * it ends when {@link #stop()} says so; when this JVM is killed, it ends too.
 */
final class ServiceProcess {
    private static final int STOP_SECONDS = 20;
    private static final int LAST_LINES = 15;
    // exec keeps the process id; an ignored signal stays ignored in what is executed.
    private static final String DEAF_TO_THE_TERMINAL = "trap '' INT HUP; exec \"$@\"";

    private final Process process;
    private final Path log;
    private final Path processId;
    private final Watchman watchman;

    private ServiceProcess(Process process, Path log, Path processId) {
        this.process = process;
        this.log = log;
        this.processId = processId;
        this.watchman = Watchman.over(process.toHandle(), "TERM");
    }

    /**
     * Starts it.
     *
     * @param settings configuration by property name, handed over in the environment
     * @param log written anew; the one before is kept beside it as {@code ….previous}
     * @param processId the file that names the process while it runs
     */
    static ServiceProcess start(Path program, Map<String, String> settings, Path log, Path processId) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", DEAF_TO_THE_TERMINAL, "service"));
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(
                "-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", program.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        settings.forEach((name, value) -> builder.environment().put(environmentName(name), value));
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling(log.getFileName() + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = builder.start();
            process.getOutputStream().close();
            StackFolder.write(processId, process.pid() + "\n");
            return new ServiceProcess(process, log, processId);
        } catch (IOException e) {
            throw new LocalStackException("Could not start " + program + ": " + e.getMessage(), e);
        }
    }

    static String environmentName(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Runs the action when the process ends, for whatever reason. */
    void whenItEnds(Runnable action) {
        var unused = process.onExit().thenRun(action);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** The end of its log. */
    List<String> lastWords() {
        return lastLines(log, LAST_LINES);
    }

    /** The last lines of a file, the frames of stack traces not counted. */
    static List<String> lastLines(Path file, int count) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.matches("\\s+(at |\\.\\.\\. \\d+ more).*"))
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Asks it to end; {@link #stop()} waits for it. */
    void askToStop() {
        process.destroy();
    }

    /** Ends it: in order, or by force when that takes too long. */
    void stop() {
        askToStop();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            StackFolder.remove(processId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watchman.dismiss();
        }
    }
}
