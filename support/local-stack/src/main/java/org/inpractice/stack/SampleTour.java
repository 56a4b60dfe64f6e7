package org.inpractice.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The ids in the loaded sample that a tour begins with. Kept in a file, because the services choose them.
 *
 * @param harmfulCycle improved its outcome at the expense of a balancing measure
 * @param unsteadyCycle began while its outcome was moving already
 * @param imported the import of the state's file
 * @param aim the aim of all these cycles
 */
public record SampleTour(
        String successfulCycle,
        String failedCycle,
        String harmfulCycle,
        String unsteadyCycle,
        String outcomeMeasure,
        String imported,
        String site,
        String aim) {

    void write(Path file) {
        StackFolder.write(
                file,
                String.join(
                                "\n",
                                successfulCycle,
                                failedCycle,
                                harmfulCycle,
                                unsteadyCycle,
                                outcomeMeasure,
                                imported,
                                site,
                                aim)
                        + "\n");
    }

    static SampleTour read(Path file) {
        try {
            List<String> ids = Files.readAllLines(file);
            return new SampleTour(
                    ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(4), ids.get(5), ids.get(6), ids.get(7));
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new LocalStackException(
                    "The file " + file + " is damaged or of an older sample: start once with --fresh.", e);
        }
    }
}
