package org.inpractice.stack;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs for this machine, unpacked once for each user and shared by all runs.
 * Unpacking happens beside the final folder and ends in one rename, so a killed or a concurrent run never leaves half of it.
 */
final class PostgreSqlBinaries {
    /** The major version of the binaries: data folders of another one cannot be opened. */
    static final String MAJOR_VERSION = "18";

    private static final String UNPACKING = "unpacking-";
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private PostgreSqlBinaries() {}

    /** The folder that holds {@code bin/postgres}, {@code bin/initdb} and {@code bin/pg_ctl}. */
    static synchronized Path folder() {
        String resource = "/postgres-" + system() + "-" + architecture() + ".txz";
        try {
            Path cache = cache();
            Path folder = cache.resolve("postgresql-" + digest(resource));
            if (!Files.exists(folder)) {
                removeLeftovers(cache);
                Path unpacking = Files.createTempDirectory(
                        cache, UNPACKING + ProcessHandle.current().pid() + "-");
                unpack(resource, unpacking);
                publish(unpacking, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new LocalStackException("Could not unpack PostgreSQL: " + e.getMessage(), e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return "linux";
        }
        if (name.startsWith("mac")) {
            return "darwin";
        }
        throw new LocalStackException("The local stack runs on Linux and macOS, not on " + name + ".");
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> throw new LocalStackException("There is no PostgreSQL here for the processor " + name + ".");
        };
    }

    private static Path cache() throws IOException {
        Path home = Path.of(System.getProperty("user.home"));
        if (Files.isDirectory(home) && Files.isWritable(home)) {
            return Files.createDirectories(home.resolve(".cache").resolve("improvement-in-practice"));
        }
        return Files.createDirectories(Path.of(
                System.getProperty("java.io.tmpdir"), "improvement-in-practice-" + System.getProperty("user.name")));
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgreSqlBinaries.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new LocalStackException("The PostgreSQL binaries " + resource
                    + " are not on the class path: build on the machine that runs them.");
        }
        return stream;
    }

    private static String digest(String resource) throws IOException {
        try (InputStream stream = open(resource);
                DigestInputStream digested = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(String resource, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(resource))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("the archive points outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    write(tar, entry, path);
                }
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & EXECUTABLE_BY_OWNER) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + path + " executable");
        }
    }

    private static void publish(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherRunWasFaster) {
            Folders.remove(unpacked);
        } catch (IOException e) {
            if (!Files.exists(folder)) {
                throw e;
            }
            Folders.remove(unpacked);
        }
    }

    private static void removeLeftovers(Path cache) throws IOException {
        try (Stream<Path> entries = Files.list(cache)) {
            List<Path> leftovers = entries.filter(
                            path -> path.getFileName().toString().startsWith(UNPACKING))
                    .filter(path -> !ownerLives(path))
                    .toList();
            leftovers.forEach(Folders::remove);
        }
    }

    private static boolean ownerLives(Path unpacking) {
        String name = unpacking.getFileName().toString();
        String pid = name.substring(UNPACKING.length(), name.indexOf('-', UNPACKING.length()));
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }
}
