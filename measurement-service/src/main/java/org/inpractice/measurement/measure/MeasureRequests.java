package org.inpractice.measurement.measure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.MeasureCommand.DefineMeasure;
import org.inpractice.measurement.measure.MeasureCommand.Fixed;
import org.inpractice.measurement.measure.MeasureCommand.ReviseMeasure;

/** The bodies of the commands on measures. */
public final class MeasureRequests {
    private static final String READABLE = "[[^\\p{Cc}\\p{Cs}]\\t\\n\\r]*";

    private MeasureRequests() {}

    /** A new measure. */
    @Schema(name = "MeasureDefinition")
    public record MeasureDefinition(
            @Schema(examples = "Chronic absence") @NotBlank(message = "Give the measure a name.") @ShortText
            String name,

            @NotNull(message = "Say what it is for: outcome, driver, process or balancing.")
            MeasureKind kind,

            @NotNull(message = "Say which form its observations have: value, rate or count.")
            ValueType valueType,

            @Schema(examples = "percent of students")
            @NotBlank(message = "Name the unit, for example percent or days.")
            @ShortText
            String unit,

            @NotNull(message = "Say which way is better: increase or decrease.")
            BetterDirection direction,

            @NotNull(message = "Say how often it is observed: day, week, month, term or school_year.")
            PeriodKind period,

            @Schema(examples = "Attendance team") @NotBlank(message = "Name who answers for the measure.") @ShortText
            String owner,

            @Schema(examples = "Students absent on 10 % or more of the days enrolled, of all enrolled.")
            @Size(max = 10_000, message = "Shorten it to 10,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String description,

            @Schema(
                    description = "Whether its numbers count people: then those of small groups are suppressed."
                            + " True for rate and count, false for value, when absent.")
            Boolean countsPeople,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        DefineMeasure command(UUID measureId) {
            return new DefineMeasure(
                    measureId,
                    name,
                    kind,
                    valueType,
                    unit,
                    direction,
                    period,
                    owner,
                    blankAsAbsent(description),
                    countsPeople);
        }
    }

    /** A measure's new words. What never changes may be sent along as it was read. */
    @Schema(name = "MeasureRevision")
    public record MeasureRevision(
            @Schema(examples = "Chronic absence") @NotBlank(message = "Give the measure a name.") @ShortText
            String name,

            @Schema(examples = "Attendance team") @NotBlank(message = "Name who answers for the measure.") @ShortText
            String owner,

            @Size(max = 10_000, message = "Shorten it to 10,000 characters.")
            @Pattern(regexp = READABLE, message = "Remove control characters; line breaks and tabs may stay.")
            String description,

            @Schema(description = "Never changes; checked when sent.")
            MeasureKind kind,

            @Schema(description = "Never changes; checked when sent.")
            ValueType valueType,

            @Schema(description = "Never changes; checked when sent.")
            String unit,

            @Schema(description = "Never changes; checked when sent.")
            BetterDirection direction,

            @Schema(description = "Never changes; checked when sent.")
            PeriodKind period,

            @Schema(description = "Never changes; checked when sent.")
            Boolean countsPeople,

            @Schema(description = "When it was agreed; now when absent.")
            Instant occurredAt) {
        ReviseMeasure command(UUID measureId) {
            return new ReviseMeasure(
                    measureId,
                    name,
                    owner,
                    blankAsAbsent(description),
                    new Fixed(kind, valueType, unit, direction, period, countsPeople));
        }
    }

    private static String blankAsAbsent(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
