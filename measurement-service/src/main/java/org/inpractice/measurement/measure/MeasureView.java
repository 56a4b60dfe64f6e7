package org.inpractice.measurement.measure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A measure as it stands now.
 *
 * @param countsPeople whether its numbers count people, and those of small groups are suppressed
 * @param definedAt when we learned of it
 */
@Schema(name = "Measure")
public record MeasureView(
        UUID measureId,
        @Schema(examples = "Chronic absence") String name,
        MeasureKind kind,
        ValueType valueType,
        @Schema(examples = "percent of students") String unit,
        BetterDirection direction,
        PeriodKind period,
        @Schema(examples = "Attendance team") String owner,
        String description,
        boolean countsPeople,
        Instant definedAt,
        @Schema(examples = "1") long version) {
    static MeasureView of(MeasureRow row) {
        return new MeasureView(
                row.measureId,
                row.name,
                row.kind,
                row.valueType,
                row.unit,
                row.direction,
                row.period,
                row.owner,
                row.description,
                row.countsPeople,
                row.definedAt,
                row.version);
    }
}
