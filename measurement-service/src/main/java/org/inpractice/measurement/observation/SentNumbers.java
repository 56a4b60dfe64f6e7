package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import org.inpractice.measurement.observation.ObservationCommand.RecordObservation;
import org.inpractice.stream.Refusal;

/** Whether the numbers of a command fit its status and its measure. Refusals name the field, never repeat a number. */
final class SentNumbers {
    private static final int WHOLE_DIGITS = 15;
    private static final int FRACTION_DIGITS = 10;
    private static final long LARGEST_GROUP = 1_000_000_000L;

    private SentNumbers() {}

    static Numbers checked(RecordObservation told) {
        return switch (told.status()) {
            case REPORTED -> reported(told);
            case SUPPRESSED, NOT_REPORTED -> none(told);
        };
    }

    private static Numbers none(RecordObservation told) {
        mustBeAbsent("value", told.value(), ObservationRule.NUMBER_WITHOUT_REPORT);
        mustBeAbsent("numerator", told.numerator(), ObservationRule.NUMBER_WITHOUT_REPORT);
        mustBeAbsent("denominator", told.denominator(), ObservationRule.NUMBER_WITHOUT_REPORT);
        mustBeAbsent("count", told.count(), ObservationRule.NUMBER_WITHOUT_REPORT);
        mustBeAbsent("groupSize", told.groupSize(), ObservationRule.NUMBER_WITHOUT_REPORT);
        return Numbers.NONE;
    }

    private static Numbers reported(RecordObservation told) {
        Long groupSize = groupSize(told.groupSize());
        return switch (told.form()) {
            case VALUE -> {
                mustBeAbsent("numerator", told.numerator(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                mustBeAbsent("denominator", told.denominator(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                mustBeAbsent("count", told.count(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                yield new Numbers(number("value", told.value()), null, groupSize);
            }
            case COUNT -> {
                mustBeAbsent("value", told.value(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                mustBeAbsent("numerator", told.numerator(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                mustBeAbsent("denominator", told.denominator(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                yield new Numbers(notNegative("count", told.count()), null, groupSize);
            }
            case RATE -> {
                mustBeAbsent("value", told.value(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                mustBeAbsent("count", told.count(), ObservationRule.NUMBER_DOES_NOT_FIT_MEASURE);
                yield rate(notNegative("numerator", told.numerator()), told.denominator(), groupSize);
            }
        };
    }

    private static Numbers rate(BigDecimal numerator, BigDecimal sentDenominator, Long groupSize) {
        BigDecimal denominator = number("denominator", sentDenominator);
        if (denominator.signum() <= 0) {
            throw new Refusal(
                    ObservationRule.DENOMINATOR_NOT_POSITIVE,
                    "denominator",
                    "Send a denominator above 0, or status not_reported when there was nobody to count.");
        }
        if (numerator.compareTo(denominator) > 0) {
            throw new Refusal(
                    ObservationRule.NUMERATOR_ABOVE_DENOMINATOR,
                    "numerator",
                    "Send a numerator of at most the denominator; perhaps the two are exchanged.");
        }
        return new Numbers(numerator, denominator, groupSize);
    }

    private static BigDecimal notNegative(String field, BigDecimal sent) {
        BigDecimal number = number(field, sent);
        if (number.signum() < 0) {
            throw new Refusal(ObservationRule.NUMBER_NEGATIVE, field, "Send 0 or more.");
        }
        return number;
    }

    private static BigDecimal number(String field, BigDecimal sent) {
        if (sent == null) {
            throw new Refusal(
                    ObservationRule.NUMBER_MISSING,
                    field,
                    "Send " + field + ", or status not_reported when there is no number: a missing number is no zero.");
        }
        // Checked before anything is computed: 1e999999999 is short to send and long to write out.
        if (((long) sent.precision() - sent.scale()) > WHOLE_DIGITS || sent.scale() > FRACTION_DIGITS) {
            throw new Refusal(
                    ObservationRule.NUMBER_TOO_LONG,
                    field,
                    "Send at most %d digits before and %d after the decimal point."
                            .formatted(WHOLE_DIGITS, FRACTION_DIGITS));
        }
        return sent.scale() < 0 ? sent.setScale(0) : sent;
    }

    private static Long groupSize(Long sent) {
        if (sent != null && (sent < 0 || sent > LARGEST_GROUP)) {
            throw new Refusal(
                    ObservationRule.GROUP_SIZE_OUT_OF_RANGE, "groupSize", "Send how many people were counted.");
        }
        return sent;
    }

    private static void mustBeAbsent(String field, Object sent, ObservationRule rule) {
        if (sent != null) {
            throw new Refusal(
                    rule,
                    field,
                    rule == ObservationRule.NUMBER_WITHOUT_REPORT
                            ? "Leave " + field + " out, or send status reported."
                            : "Leave " + field + " out: the measure's valueType asks for another form.");
        }
    }
}
