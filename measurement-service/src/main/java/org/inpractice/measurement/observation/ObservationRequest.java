package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.observation.ObservationCommand.RecordObservation;
import org.inpractice.stream.Refusal;

/**
 * One observation as a district sends it. Checked by hand, not by Bean Validation: it is checked a thousand times a
 * request, and each refusal belongs to its item.
 */
@Schema(name = "ObservationReport")
public record ObservationRequest(
        @Schema(examples = "0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01", required = true)
        UUID measureId,

        @Schema(
                examples = "19647330112536",
                required = true,
                description = "The site; the district's own id for a number of the whole district.")
        String siteId,

        @Schema(examples = "all", defaultValue = "all", description = "A name of a group, never of a student.")
        String studentGroup,

        @Schema(
                examples = "2025-09",
                required = true,
                description = "By the measure's period: 2025-09-15, 2025-W38, 2025-09, 2024-25/T1 or 2024-25.")
        String period,

        @Schema(defaultValue = "reported") ObservationStatus status,

        @Schema(examples = "12.50", description = "Of a measure of values.")
        BigDecimal value,

        @Schema(examples = "41", description = "Of a rate.") BigDecimal numerator,

        @Schema(examples = "512", description = "Of a rate.")
        BigDecimal denominator,

        @Schema(examples = "17", description = "Of a measure of counts.")
        BigDecimal count,

        @Schema(description = "How many people stand behind the number, where the number does not say so.")
        Long groupSize,

        @Schema(description = "When it was observed; now when absent.")
        Instant occurredAt) {
    private static final Pattern SITE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
    private static final Pattern STUDENT_GROUP =
            Pattern.compile("(?=.{1,64}$)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} _.:,/&+()'-]*(?<! )");
    private static final int LONGEST_PERIOD = 16;

    /** The command; refused when what it is about cannot be made out. */
    RecordObservation command(String districtId, Definition definition, LocalDate today) {
        mustBeSent("measureId", measureId, "Name the measure by the id that POST measures gave.");
        mustBeSent("siteId", siteId, "Name the site, or send the district's own id for the whole district.");
        mustBeSent("period", period, "Name the reporting period, for example 2025-09 of a monthly measure.");
        if (!SITE_ID.matcher(siteId).matches()) {
            throw new Refusal(
                    ObservationRule.SITE_ID_MALFORMED,
                    "siteId",
                    "Send 1 to 64 letters, digits or _ . : - , for example 19647330112536.");
        }
        String group = studentGroup == null ? "all" : studentGroup;
        if (!STUDENT_GROUP.matcher(group).matches()) {
            throw new Refusal(
                    ObservationRule.STUDENT_GROUP_MALFORMED,
                    "studentGroup",
                    "Send 1 to 64 characters, beginning with a letter or digit, for example english_learners.");
        }
        if (definition == null) {
            throw new Refusal(
                    ObservationRule.MEASURE_UNKNOWN, "measureId", "Define the measure first with POST measures.");
        }
        ReportingPeriod reportingPeriod = (period.length() > LONGEST_PERIOD
                        ? java.util.Optional.<ReportingPeriod>empty()
                        : ReportingPeriod.parse(definition.period(), period))
                .orElseThrow(() -> new Refusal(
                        ObservationRule.PERIOD_DOES_NOT_FIT_MEASURE,
                        "period",
                        "Send " + ReportingPeriod.example(definition.period()) + "."));
        ObservationKey key = new ObservationKey(districtId, measureId, siteId, group, reportingPeriod.start());
        return new RecordObservation(
                key.observationId(),
                key,
                reportingPeriod,
                definition.valueType(),
                status == null ? ObservationStatus.REPORTED : status,
                value,
                numerator,
                denominator,
                count,
                groupSize,
                today);
    }

    private static void mustBeSent(String field, Object sent, String remedy) {
        if (sent == null) {
            throw new Refusal(ObservationRule.FIELD_MISSING, field, remedy);
        }
    }
}
