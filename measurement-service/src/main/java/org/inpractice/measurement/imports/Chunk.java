package org.inpractice.measurement.imports;

import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.imports.ImportedRow.LeftOut;
import org.inpractice.measurement.imports.ImportedRow.Rejected;
import org.inpractice.measurement.imports.ImportedRow.Told;

/** Some rows of an upload that go in together. */
final class Chunk {
    private final List<Told> told = new ArrayList<>();
    private final List<Told> repeated = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int leftOut;
    private long lastLine;

    /** @param isRepeated whether the upload has told of the same observation before */
    void add(ImportedRow row, boolean isRepeated) {
        lastLine = row.line();
        switch (row) {
            case Told one -> (isRepeated ? repeated : told).add(one);
            case Rejected one -> rejected.add(one);
            case LeftOut one -> leftOut++;
        }
    }

    /** Told of for the first time in this upload. */
    List<Told> told() {
        return told;
    }

    /** Told of a second time. */
    List<Told> repeated() {
        return repeated;
    }

    /** Could not be read. */
    List<Rejected> rejected() {
        return rejected;
    }

    int leftOut() {
        return leftOut;
    }

    /** The line on which its last row begins. */
    long lastLine() {
        return lastLine;
    }

    int rows() {
        return told.size() + repeated.size() + rejected.size() + leftOut;
    }

    boolean isEmpty() {
        return rows() == 0;
    }
}
