package org.inpractice.measurement.imports;

import java.util.List;

/** How the cells of a row make an observation. */
interface Columns {
    /**
     * Takes the header's names, in order.
     *
     * @throws UnreadableUpload when a column is missing, or one is not known
     */
    void header(List<String> names) throws UnreadableUpload;

    /** Reads a row that has as many cells as the header. */
    ImportedRow row(long line, List<String> cells, String original);
}
