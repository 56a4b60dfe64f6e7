package org.inpractice.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: removed, looked into. */
final class Folders {
    private Folders() {}

    /** Removes the folder with all it holds, never following a symbolic link; a missing one is fine. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException | UncheckedIOException vanished) {
            if (Files.exists(folder)) {
                throw new LocalStackException("Could not remove " + folder + ": " + vanished.getMessage(), vanished);
            }
        } catch (IOException e) {
            throw new LocalStackException("Could not remove " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Whether the folder is missing or holds nothing. */
    static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new LocalStackException("Could not read " + folder + ": " + e.getMessage(), e);
        }
    }
}
