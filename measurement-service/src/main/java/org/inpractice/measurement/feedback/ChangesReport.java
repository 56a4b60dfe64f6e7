package org.inpractice.measurement.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What changed between two feedback reports of a cycle, and why.
 *
 * @param from the earlier report
 * @param to the later one
 * @param verdictChanged whether they say different things
 * @param summary one sentence
 * @param changes what happened in between, the first recorded first
 * @param leftOff how many changes more there were than are listed
 */
@Schema(name = "FeedbackChanges")
public record ChangesReport(
        UUID cycleId,
        ReportThen from,
        ReportThen to,
        boolean verdictChanged,
        String summary,
        List<MeasureThen> measures,
        List<Change> changes,
        int leftOff) {

    /**
     * What the report said at an instant.
     *
     * @param verdict absent when there was no report yet
     * @param why of the verdict, or why there was no report
     */
    @Schema(name = "FeedbackThen")
    public record ReportThen(
            Instant asOf,
            Verdict verdict,
            String why,
            long fromSequence,
            long toSequence,
            @Schema(examples = "perla-v2") String ruleSet) {}

    /**
     * What a measure said in both reports.
     *
     * @param verdictBefore absent without an earlier report
     * @param changeBefore of the median since the start
     */
    @Schema(name = "FeedbackMeasureThen")
    public record MeasureThen(
            UUID measureId,
            String name,
            Verdict verdictBefore,
            Verdict verdictAfter,
            int pointsBefore,
            int pointsAfter,
            BigDecimal changeBefore,
            BigDecimal changeAfter,
            BigDecimal effectBefore,
            BigDecimal effectAfter) {}

    /**
     * One reason.
     *
     * @param what one sentence
     * @param measureId of an observation
     * @param period of an observation
     * @param was the number the earlier report used; absent when it used none, or when it is not for this reader
     * @param now the number the later report uses; absent likewise
     * @param source the service whose stream the sequence number is of
     * @param sequence absent of a failure, and of a rule set
     */
    @Schema(name = "FeedbackChange")
    public record Change(
            Cause cause,
            String what,
            UUID measureId,
            String period,
            BigDecimal was,
            BigDecimal now,
            String source,
            Long sequence,
            UUID eventId,
            Instant recordedAt) {}

    /** Why a report changed. */
    @Schema(name = "FeedbackChangeCause")
    public enum Cause {
        /** A period was told of for the first time. */
        @JsonProperty("new_data")
        NEW_DATA,
        /** A period was told of anew. */
        @JsonProperty("corrected_data")
        CORRECTED_DATA,
        /** What was told of a period was taken back. */
        @JsonProperty("withdrawn_data")
        WITHDRAWN_DATA,
        /** A measure of the cycle was defined here after the earlier report. */
        @JsonProperty("measure_defined")
        MEASURE_DEFINED,
        /** The cycle was started, studied or decided. */
        @JsonProperty("cycle_changed")
        CYCLE_CHANGED,
        /** Another cycle at work on the same outcome began or ended. */
        @JsonProperty("overlap_changed")
        OVERLAP_CHANGED,
        /** A failure or near-failure that names the cycle was reported or reviewed. */
        @JsonProperty("failure_changed")
        FAILURE_CHANGED,
        /** The reports were judged by different rules. */
        @JsonProperty("rule_set_changed")
        RULE_SET_CHANGED
    }
}
