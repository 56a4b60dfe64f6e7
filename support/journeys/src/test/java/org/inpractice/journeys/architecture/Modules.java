package org.inpractice.journeys.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.stack.EventContract;

/** The compiled main classes of the modules, straight from their build folders. */
final class Modules {
    private static final List<String> LOOKED_AT = List.of(
            "support/district-stream",
            "support/district-api",
            "improvement-cycles-service",
            "measurement-service",
            "learning-log-service");

    private static JavaClasses imported;

    private Modules() {}

    /** All of them together, so that a dependency between two services is seen from both ends. */
    static synchronized JavaClasses all() {
        if (imported == null) {
            imported = read();
        }
        return imported;
    }

    private static JavaClasses read() {
        Path root = EventContract.ofThisRepository().folder().getParent().getParent();
        List<Path> folders = new ArrayList<>();
        for (String module : LOOKED_AT) {
            Path classes = root.resolve(module).resolve("target").resolve("classes");
            if (!Files.isDirectory(classes.resolve("org"))) {
                throw new IllegalStateException(module + " is not compiled; build it first, as ./dev test does");
            }
            folders.add(classes);
        }
        return new ClassFileImporter().importPaths(folders);
    }
}
