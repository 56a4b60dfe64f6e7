package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real PostgreSQL on 127.0.0.1, run from its own data directory, without installation.
 *
 * <p>It is never another server: a port in use, a data directory in use and a data directory of another version are refused
 * with a {@link LocalStackException}. Its log is the file beside the data directory with the ending {@code .log}.
 * It is a process of its own. When this JVM is killed, a small watching process stops it.
 */
public final class EmbeddedPostgreSql implements PostgreSqlServer, AutoCloseable {
    private static final int START_SECONDS = 60;

    private final Path directory;
    private final int port;
    private final Watchman watchman;

    private EmbeddedPostgreSql(Path directory, int port, Watchman watchman) {
        this.directory = directory;
        this.port = port;
        this.watchman = watchman;
    }

    /**
     * Starts the server, on a new cluster when the directory is missing or empty.
     *
     * @param directory the data directory itself
     * @param port the port, or 0 for a free one
     * @param durable true: a committed transaction survives power loss; false: faster, for tests
     */
    public static EmbeddedPostgreSql start(Path directory, int port, boolean durable) {
        Path absolute = directory.toAbsolutePath().normalize();
        orphan(absolute).ifPresent(process -> {
            throw new LocalStackException("PostgreSQL process " + process.pid() + " still runs on " + absolute
                    + ": stop it with: kill -INT " + process.pid());
        });
        refuseUnusable(absolute);
        int chosen = port == 0 ? Ports.free() : port;
        if (Ports.inUse(chosen)) {
            throw new LocalStackException("Port " + chosen + " is in use, PostgreSQL wanted it: stop what listens there"
                    + " or choose another port.");
        }
        if (Folders.isEmpty(absolute)) {
            initialise(absolute, durable);
        }
        launch(absolute, chosen, durable);
        return new EmbeddedPostgreSql(absolute, chosen, Watchman.over(serverProcess(absolute), "INT")).verified();
    }

    /** The live server process of a data directory, left by a run that was killed. */
    public static Optional<ProcessHandle> orphan(Path directory) {
        try {
            return Optional.of(serverProcess(directory))
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (LocalStackException noLiveServer) {
            return Optional.empty();
        }
    }

    /** Stops the server of a data directory, whoever started it, and waits until it is gone. */
    public static void stopServerOf(Path directory) {
        String stop = "PostgreSQL did not stop on " + directory;
        new ServerPrograms(log(directory))
                .run(stop, List.of("pg_ctl", "-D", directory.toString(), "-m", "fast", "-w", "-t", "60", "stop"));
    }

    @Override
    public int port() {
        return port;
    }

    /** The data directory. */
    public Path directory() {
        return directory;
    }

    /** Of the server process. */
    public long pid() {
        return serverProcess(directory).pid();
    }

    /** Stops the server, rolling back what is not committed; the data stays. A second call does nothing. */
    public void stop() {
        if (orphan(directory).isPresent()) {
            stopServerOf(directory);
        }
        watchman.dismiss();
    }

    @Override
    public void close() {
        stop();
    }

    private static void refuseUnusable(Path directory) {
        if (Folders.isEmpty(directory)) {
            return;
        }
        Path version = directory.resolve("PG_VERSION");
        if (!Files.exists(version)
                || !Files.exists(directory.resolve("postgresql.conf"))
                || !Files.exists(directory.resolve("global").resolve("pg_control"))) {
            throw new LocalStackException("The data folder " + directory
                    + " is not a whole PostgreSQL data folder: move it away or start with --fresh.");
        }
        try {
            String major = Files.readString(version).strip();
            if (!major.equals(PostgreSqlBinaries.MAJOR_VERSION)) {
                throw new LocalStackException("The data folder " + directory + " was made by PostgreSQL " + major
                        + ", this is " + PostgreSqlBinaries.MAJOR_VERSION
                        + ": move it away or start with --fresh.");
            }
        } catch (IOException e) {
            throw new LocalStackException("Could not read " + version + ": " + e.getMessage(), e);
        }
    }

    private static void initialise(Path directory, boolean durable) {
        // Beside the final place, then renamed: a run killed in the middle leaves nothing that looks whole.
        Path partial = directory.resolveSibling(directory.getFileName() + ".partial");
        Folders.remove(partial);
        try {
            Files.createDirectories(directory.getParent());
            List<String> command = new ArrayList<>(List.of("initdb", "-D", partial.toString(), "-U", "postgres"));
            command.addAll(List.of("-A", "trust", "-E", "UTF8", "--locale=C", "--no-instructions"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
            if (!durable) {
                command.add("--no-sync");
            }
            new ServerPrograms(log(directory)).run("PostgreSQL could not initialise " + directory, command);
            Files.deleteIfExists(directory);
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new LocalStackException("Could not make the data folder " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void launch(Path directory, int port, boolean durable) {
        String safe = durable ? "on" : "off";
        String options = String.join(
                " -c ",
                "-p " + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "timezone=UTC",
                "max_connections=200",
                "shared_buffers=128MB",
                "fsync=" + safe,
                "synchronous_commit=" + safe,
                "full_page_writes=" + safe);
        List<String> command = new ArrayList<>(List.of("pg_ctl", "-D", directory.toString()));
        command.addAll(List.of("-l", log(directory).toString(), "-o", options));
        command.addAll(List.of("-w", "-t", String.valueOf(START_SECONDS), "start"));
        new ServerPrograms(log(directory))
                .run("PostgreSQL did not start on port " + port + " with the data folder " + directory, command);
    }

    static Path log(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".log");
    }

    private static ProcessHandle serverProcess(Path directory) {
        try {
            String pid = Files.readAllLines(directory.resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid))
                    .orElseThrow(() -> new LocalStackException("PostgreSQL process " + pid + " is gone."));
        } catch (IOException | RuntimeException unreadable) {
            throw new LocalStackException("No PostgreSQL runs on " + directory + ".", unreadable);
        }
    }

    private EmbeddedPostgreSql verified() {
        try (Connection connection = connection("postgres");
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("show data_directory")) {
            answer.next();
            Path served = Path.of(answer.getString(1)).toRealPath();
            if (!served.equals(directory.toRealPath())) {
                throw new LocalStackException("The PostgreSQL on port " + port + " serves " + served + ", not "
                        + directory + ": stop it or choose another port.");
            }
            return this;
        } catch (SQLException | IOException e) {
            throw new LocalStackException("The PostgreSQL on port " + port + " is not ours: " + e.getMessage(), e);
        }
    }
}
