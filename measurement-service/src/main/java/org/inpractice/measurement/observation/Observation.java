package org.inpractice.measurement.observation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An observation, as far as its rules need it.
 *
 * @param stage how far it has come
 * @param status what was told last; null when nothing was, or it was taken back
 * @param subject what it is about; null when it is read from the read table, where the command says it
 */
record Observation(Stage stage, ObservationStatus status, Numbers numbers, Subject subject) {
    static final Observation UNTOLD = new Observation(Stage.UNTOLD, null, Numbers.NONE, null);

    enum Stage {
        UNTOLD,
        TOLD,
        WITHDRAWN
    }

    record Subject(
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd) {}
}
