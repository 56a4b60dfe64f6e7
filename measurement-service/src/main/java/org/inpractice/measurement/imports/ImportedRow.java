package org.inpractice.measurement.imports;

import org.inpractice.measurement.observation.ObservationRequest;

/** What a row of an upload turned out to be. */
sealed interface ImportedRow {
    /** The line it begins on, from 1. */
    long line();

    /**
     * An observation of a district.
     *
     * @param original its text, for a refusal
     */
    record Told(long line, String districtId, ObservationRequest request, String original) implements ImportedRow {}

    /**
     * Nothing that could be recorded.
     *
     * @param districtId null when it cannot be told
     * @param field the column or property at fault; null when it is the row
     */
    record Rejected(long line, String districtId, String code, String field, String remedy, String original)
            implements ImportedRow {}

    /** A row the profile does not ask for. */
    record LeftOut(long line) implements ImportedRow {}
}
