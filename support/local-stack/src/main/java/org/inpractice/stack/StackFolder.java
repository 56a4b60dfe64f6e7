package org.inpractice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one local stack keeps what it has: {@code data} over restarts, {@code logs}, {@code programs} of the present run,
 * the keys and a fresh {@code token}.
 */
public record StackFolder(Path root) {
    public StackFolder {
        root = root.toAbsolutePath().normalize();
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path postgres() {
        return data().resolve("postgresql");
    }

    public Path kafka() {
        return data().resolve("kafka");
    }

    public Path log(LocalService service) {
        return root.resolve("logs").resolve(service.serviceName() + ".log");
    }

    /** The packaged service that this run starts. */
    public Path program(LocalService service) {
        return root.resolve("programs").resolve(service.serviceName()).resolve("quarkus-run.jar");
    }

    Path processId(LocalService service) {
        return root.resolve(service.serviceName() + ".pid");
    }

    Path launcherId() {
        return root.resolve("launcher.pid");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Holds a bearer token that is renewed while the stack runs. */
    public Path token() {
        return root.resolve("token");
    }

    /** There when the sample district is in the data to its end. */
    Path sampleLoaded() {
        return data().resolve("sample-district-loaded");
    }

    /** There when both PostgreSQL and Kafka have stored something: from then on one without the other is damage. */
    private Path whole() {
        return data().resolve("whole");
    }

    void markWhole() {
        write(whole(), "");
    }

    /** Fails when one half of the data was taken away, because relay positions and topics would contradict each other. */
    void refuseHalf() {
        if (!Files.exists(whole())) {
            return;
        }
        String lost = Folders.isEmpty(postgres()) ? "PostgreSQL's" : Folders.isEmpty(kafka()) ? "Kafka's" : null;
        if (lost != null) {
            throw new LocalStackException("The data folder " + data() + " has lost " + lost
                    + " half: put it back, or start anew with --fresh.");
        }
    }

    /** Removes the data; the keys and the logs stay. */
    void removeData() {
        Folders.remove(data());
    }

    static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new LocalStackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LocalStackException("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Readable by its owner only; in one piece, however many read it meanwhile. */
    static void writePrivately(Path file, String content) {
        try {
            Path written = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".partial",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(written, content);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
