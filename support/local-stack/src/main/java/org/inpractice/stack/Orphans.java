package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Processes that a killed run left on a folder. Ours are those whose number stands in the folder and whose command line
 * names a program or data directory of that very folder; nothing else is ever touched.
 */
final class Orphans {
    private static final int STOP_SECONDS = 20;
    private static final String DEMO = "demo-";

    private Orphans() {}

    /** Stops what runs on the folder, saying each. The caller holds the folder's lock. */
    static void stop(StackFolder folder, Consumer<String> say) {
        for (LocalService service : LocalService.values()) {
            service(folder, service).ifPresent(process -> {
                say.accept("Stopping " + service.serviceName() + " (process " + process.pid()
                        + "), left behind by a run that was killed.");
                end(process);
            });
            StackFolder.remove(folder.processId(service));
        }
        EmbeddedPostgreSql.orphan(folder.postgres()).ifPresent(process -> {
            say.accept("Stopping PostgreSQL (process " + process.pid() + "), left behind by a run that was killed.");
            try {
                EmbeddedPostgreSql.stopServerOf(folder.postgres());
            } catch (LocalStackException complaint) {
                if (EmbeddedPostgreSql.orphan(folder.postgres()).isPresent()) {
                    throw complaint;
                }
            }
        });
    }

    /** The live process of a service that the folder names, when it really is that service. */
    static Optional<ProcessHandle> service(StackFolder folder, LocalService service) {
        String program = folder.program(service).toString();
        return number(folder.processId(service))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(program));
    }

    /** Removes the folders of demonstrations that were killed, with what still runs on them. */
    static void removeDemonstrations(Path state, Consumer<String> say) {
        List<Path> left = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(state, DEMO + "*")) {
            folders.forEach(left::add);
        } catch (IOException none) {
            return;
        }
        for (Path folder : left) {
            String owner = folder.getFileName().toString().substring(DEMO.length());
            boolean lives = owner.matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(owner)).isPresent();
            if (!lives) {
                stop(new StackFolder(folder), say);
                Folders.remove(folder);
            }
        }
    }

    private static Optional<Long> number(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new LocalStackException("Could not stop process " + process.pid() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
