package org.inpractice.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A shell that outlives this JVM by a moment: when the JVM dies without a word ({@code kill -9}), the pipe between them closes
 * and the shell sends the watched process a signal. A JVM that ends properly dismisses it.
 */
final class Watchman {
    private static final String SCRIPT = "trap '' INT TERM HUP; read -r word || kill -\"$2\" \"$1\"";

    private final Process shell;

    private Watchman(Process shell) {
        this.shell = shell;
    }

    /** Watches over a process, with the signal that ends it in order. */
    static Watchman over(ProcessHandle watched, String signal) {
        try {
            return new Watchman(new ProcessBuilder("sh", "-c", SCRIPT, "watchman", "" + watched.pid(), signal)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new LocalStackException("Could not start a shell: " + e.getMessage(), e);
        }
    }

    /** The watched process ended in order, or shall go on alone. */
    void dismiss() {
        try (OutputStream pipe = shell.getOutputStream()) {
            pipe.write("dismissed\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException alreadyGone) {
            shell.destroy();
        }
    }
}
