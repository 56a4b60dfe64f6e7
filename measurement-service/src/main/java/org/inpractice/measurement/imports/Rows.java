package org.inpractice.measurement.imports;

import java.io.Closeable;
import java.io.IOException;

/** The rows of an upload, read one by one and never held together. */
interface Rows extends Closeable {
    /**
     * The next one; null at the end.
     *
     * @throws UnreadableUpload when what follows cannot be read as rows any more
     */
    ImportedRow next() throws IOException;
}
