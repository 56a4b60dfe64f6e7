package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingKeyTest {
    @TempDir
    Path folder;

    @Test
    void is_made_once_and_readable_by_its_owner_only() throws IOException {
        // given
        Path keys = folder.resolve("new");
        // when
        String first = SealingKey.in(keys);
        // then
        assertTrue(first.matches("dev:[A-Za-z0-9+/]{43}="), "not the form that the service reads");
        assertEquals(first, SealingKey.in(keys));
        assertNotEquals(first, SealingKey.in(folder.resolve("other")));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("sealing-key"))));
    }
}
