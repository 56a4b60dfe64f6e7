package org.inpractice.measurement.measure;

import java.util.UUID;
import org.inpractice.stream.EventType;

/** What can have happened to a measure. */
public sealed interface MeasureEvent {
    /** The measure it happened to. */
    UUID measureId();

    /** A district said what it will observe. */
    @EventType(name = "improvement.measure.defined")
    record MeasureDefined(
            UUID measureId,
            String name,
            MeasureKind kind,
            ValueType valueType,
            String unit,
            BetterDirection direction,
            PeriodKind period,
            String owner,
            String description,
            boolean countsPeople)
            implements MeasureEvent {}

    /** Its words or its owner changed; what it counts never does. */
    @EventType(name = "improvement.measure.revised")
    record MeasureRevised(UUID measureId, String name, String owner, String description) implements MeasureEvent {}
}
