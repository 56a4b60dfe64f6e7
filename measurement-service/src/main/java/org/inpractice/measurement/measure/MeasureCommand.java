package org.inpractice.measurement.measure;

import java.util.UUID;

/** What somebody wants of a measure. */
sealed interface MeasureCommand {
    UUID measureId();

    /**
     * Define a new one.
     *
     * @param countsPeople null for what its value type suggests
     */
    record DefineMeasure(
            UUID measureId,
            String name,
            MeasureKind kind,
            ValueType valueType,
            String unit,
            BetterDirection direction,
            PeriodKind period,
            String owner,
            String description,
            Boolean countsPeople)
            implements MeasureCommand {}

    /**
     * Change its words.
     *
     * @param fixed what can never change, as the caller believes it to be; each part may be null
     */
    record ReviseMeasure(UUID measureId, String name, String owner, String description, Fixed fixed)
            implements MeasureCommand {}

    /** What a measure keeps for life. */
    record Fixed(
            MeasureKind kind,
            ValueType valueType,
            String unit,
            BetterDirection direction,
            PeriodKind period,
            Boolean countsPeople) {}
}
