package org.inpractice.learning.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What can be found.
 *
 * @param failureId null of a study
 * @param on when it happened, was reviewed, or was studied
 * @param parts its texts
 */
record SearchDocument(
        UUID documentId,
        SearchKind kind,
        UUID failureId,
        UUID cycleId,
        String siteId,
        LocalDate on,
        int position,
        List<Part> parts) {
    SearchDocument {
        parts = List.copyOf(parts);
    }

    /**
     * One text of it.
     *
     * @param field its place in the data of the event that told it
     * @param text sealed of a failure, as it is of a cycle
     */
    record Part(String field, char weight, String text) {}

    SearchDocument with(List<Part> others) {
        return new SearchDocument(documentId, kind, failureId, cycleId, siteId, on, position, others);
    }
}
