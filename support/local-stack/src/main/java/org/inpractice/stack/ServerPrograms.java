package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's own programs. What they say is appended to the log. */
record ServerPrograms(Path log) {

    /** Runs a program of PostgreSQL's bin folder to its end. */
    void run(String whenItFails, List<String> programAndArguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it is nobody special.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(PostgreSqlBinaries.folder()
                .resolve("bin")
                .resolve(programAndArguments.getFirst())
                .toString());
        command.addAll(programAndArguments.subList(1, programAndArguments.size()));
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            int exit = process.waitFor();
            if (exit != 0) {
                throw new LocalStackException(whenItFails + " (" + lastComplaint() + "; more in " + log + ").");
            }
        } catch (IOException e) {
            throw new LocalStackException(whenItFails + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException(whenItFails + " (interrupted).", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"))
                && System.getProperty("os.name").startsWith("Linux");
    }

    private String lastComplaint() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.reversed().stream()
                .filter(line -> line.contains("FATAL") || line.contains("error") || line.contains("unshare"))
                .findFirst()
                .orElse(lines.isEmpty() ? "it said nothing" : lines.getLast())
                .strip();
    }
}
