package org.inpractice.measurement.observation;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.measure.ValueType;
import org.inpractice.measurement.observation.ObservationCommand.RecordObservation;
import org.inpractice.measurement.observation.ObservationCommand.WithdrawObservation;
import org.inpractice.measurement.observation.ObservationEvent.ObservationCorrected;
import org.inpractice.measurement.observation.ObservationEvent.ObservationRecorded;
import org.inpractice.measurement.observation.ObservationEvent.ObservationWithdrawn;
import org.inpractice.stream.DeciderSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationDeciderTest {
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final ReportingPeriod MONTH =
            ReportingPeriod.parse(PeriodKind.MONTH, "2025-09").orElseThrow();
    private static final ObservationKey KEY =
            new ObservationKey("1964733", MEASURE, "19647330112536", "all", MONTH.start());
    private static final UUID ID = KEY.observationId();
    private static final LocalDate TODAY = LocalDate.of(2025, 10, 3);

    @Test
    void records_the_first_word_about_a_period_digit_by_digit() {
        rules().when(value("0.10")).then(recorded("0.10"));
    }

    @Test
    void corrects_with_another_number() {
        rules().given(recorded("0.10")).when(value("0.2")).then(corrected("0.2"));
    }

    @ParameterizedTest
    @CsvSource({"0.10, 0.10", "0.10, 0.1", "3, 3.0"})
    void says_nothing_when_told_the_same_again(String first, String second) {
        rules().given(recorded(first)).when(value(second)).thenNothing();
    }

    @Test
    void decides_on_the_newest_word_only() {
        rules().given(recorded("1"), corrected("2")).when(value("1")).then(corrected("1"));
    }

    @Test
    void corrects_a_number_into_not_reported_and_back() {
        RecordObservation nothing = told(ValueType.VALUE, ObservationStatus.NOT_REPORTED, null, null, null, null, null);
        ObservationCorrected notReported = ObservationCorrected.of(
                ObservationRecorded.of(ID, KEY, MONTH, ValueType.VALUE, ObservationStatus.NOT_REPORTED, Numbers.NONE));
        rules().given(recorded("1")).when(nothing).then(notReported);
        rules().given(recorded("1"), notReported).when(value("1")).then(corrected("1"));
    }

    @Test
    void withdraws_once() {
        ObservationWithdrawn withdrawn = withdrawn();
        rules().given(recorded("1"))
                .when(new WithdrawObservation(ID, "wrong school"))
                .then(withdrawn);
        rules().given(recorded("1"), withdrawn)
                .when(new WithdrawObservation(ID, "again"))
                .thenRefused(ObservationRule.OBSERVATION_ALREADY_WITHDRAWN);
        rules().when(new WithdrawObservation(ID, "what?")).thenRefused(ObservationRule.OBSERVATION_UNKNOWN);
    }

    @Test
    void corrects_what_was_withdrawn_even_with_the_same_number() {
        rules().given(recorded("1"), withdrawn()).when(value("1")).then(corrected("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "VALUE, , , , 5, NUMBER_DOES_NOT_FIT_MEASURE, count",
        "VALUE, 5, 1, , , NUMBER_DOES_NOT_FIT_MEASURE, numerator",
        "VALUE, , , , , NUMBER_MISSING, value",
        "VALUE, 1e15, , , , NUMBER_TOO_LONG, value",
        "VALUE, 1e999999999, , , , NUMBER_TOO_LONG, value",
        "VALUE, 1e-999999999, , , , NUMBER_TOO_LONG, value",
        "VALUE, 0.12345678901, , , , NUMBER_TOO_LONG, value",
        "COUNT, 5, , , , NUMBER_DOES_NOT_FIT_MEASURE, value",
        "COUNT, , , , -1, NUMBER_NEGATIVE, count",
        "COUNT, , , , , NUMBER_MISSING, count",
        "RATE, , 5, , , NUMBER_MISSING, denominator",
        "RATE, , , 5, , NUMBER_MISSING, numerator",
        "RATE, , 0, 0, , DENOMINATOR_NOT_POSITIVE, denominator",
        "RATE, , 6, 5, , NUMERATOR_ABOVE_DENOMINATOR, numerator",
        "RATE, , -1, 5, , NUMBER_NEGATIVE, numerator",
        "RATE, 0.5, 1, 5, , NUMBER_DOES_NOT_FIT_MEASURE, value"
    })
    void refuses_numbers_that_do_not_fit_and_names_the_field(
            ValueType form,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count,
            ObservationRule rule,
            String field) {
        var refusal = rules().when(told(form, ObservationStatus.REPORTED, value, numerator, denominator, count, null))
                .thenRefused(rule);
        assertEquals(field, refusal.field());
        assertFalse(refusal.getMessage().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"SUPPRESSED, 5, , value", "NOT_REPORTED, 0, , value", "SUPPRESSED, , 7, groupSize"})
    void refuses_numbers_beside_a_status_that_says_there_are_none(
            ObservationStatus status, BigDecimal value, Long groupSize, String field) {
        var refusal = rules().when(told(ValueType.VALUE, status, value, null, null, null, groupSize))
                .thenRefused(ObservationRule.NUMBER_WITHOUT_REPORT);
        assertEquals(field, refusal.field());
    }

    @Test
    void refuses_a_period_that_has_not_begun_and_takes_the_present_one() {
        ReportingPeriod next =
                ReportingPeriod.parse(PeriodKind.MONTH, "2025-10").orElseThrow();
        rules().when(inPeriod(next, LocalDate.of(2025, 9, 30))).thenRefused(ObservationRule.PERIOD_IN_THE_FUTURE);
        assertEquals(
                1,
                rules().when(inPeriod(next, LocalDate.of(2025, 10, 1))).events().size());
    }

    @Test
    void has_an_id_that_follows_from_its_key_alone() {
        assertEquals(
                ID, new ObservationKey("1964733", MEASURE, "19647330112536", "all", MONTH.start()).observationId());
        assertEquals(5, ID.version());
        assertFalse(ID.equals(
                new ObservationKey("1964734", MEASURE, "19647330112536", "all", MONTH.start()).observationId()));
    }

    private static DeciderSpecification<ObservationCommand, Observation, ObservationEvent> rules() {
        return specification(new ObservationDecider());
    }

    private static RecordObservation value(String value) {
        return told(ValueType.VALUE, ObservationStatus.REPORTED, new BigDecimal(value), null, null, null, null);
    }

    private static RecordObservation told(
            ValueType form,
            ObservationStatus status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal count,
            Long groupSize) {
        return new RecordObservation(
                ID, KEY, MONTH, form, status, value, numerator, denominator, count, groupSize, TODAY);
    }

    private static RecordObservation inPeriod(ReportingPeriod period, LocalDate today) {
        ObservationKey key = new ObservationKey("1964733", MEASURE, "1", "all", period.start());
        return new RecordObservation(
                key.observationId(),
                key,
                period,
                ValueType.VALUE,
                ObservationStatus.REPORTED,
                BigDecimal.ONE,
                null,
                null,
                null,
                null,
                today);
    }

    private static ObservationRecorded recorded(String value) {
        return ObservationRecorded.of(
                ID,
                KEY,
                MONTH,
                ValueType.VALUE,
                ObservationStatus.REPORTED,
                new Numbers(new BigDecimal(value), null, null));
    }

    private static ObservationCorrected corrected(String value) {
        return ObservationCorrected.of(recorded(value));
    }

    private static ObservationWithdrawn withdrawn() {
        return new ObservationWithdrawn(
                ID, MEASURE, "19647330112536", "all", "2025-09", MONTH.start(), MONTH.end(), "wrong school");
    }
}
