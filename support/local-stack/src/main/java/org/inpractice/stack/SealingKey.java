package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key under which the learning log seals texts, for the local stack. Without it its data cannot be read. */
final class SealingKey {
    private static final int BYTES = 32;

    private SealingKey() {}

    /**
     * The value of {@code inpractice.sealing.master-keys}, from the folder's file {@code sealing-key}, which is made, readable
     * by its owner only, when missing.
     */
    static String in(Path folder) {
        Path file = folder.resolve("sealing-key");
        if (!Files.exists(file)) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new LocalStackException("Could not make " + folder + ": " + e.getMessage(), e);
            }
            StackFolder.writePrivately(file, "dev:" + Base64.getEncoder().encodeToString(key) + "\n");
        }
        return StackFolder.read(file).strip();
    }
}
