package org.inpractice.measurement.measure;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.inpractice.measurement.measure.MeasureCommand.DefineMeasure;
import org.inpractice.measurement.measure.MeasureCommand.Fixed;
import org.inpractice.measurement.measure.MeasureCommand.ReviseMeasure;
import org.inpractice.measurement.measure.MeasureEvent.MeasureDefined;
import org.inpractice.measurement.measure.MeasureEvent.MeasureRevised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureDeciderTest {
    private static final UUID ID = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final Fixed NOTHING_TOLD = new Fixed(null, null, null, null, null, null);

    @ParameterizedTest
    @CsvSource({"RATE, , true", "COUNT, , true", "VALUE, , false", "VALUE, true, true", "RATE, false, false"})
    void counts_people_unless_it_is_a_value_or_says_otherwise(ValueType valueType, Boolean told, boolean expected) {
        specification(new MeasureDecider()).when(define(valueType, told)).then(defined(valueType, expected));
    }

    @Test
    void is_defined_once() {
        specification(new MeasureDecider())
                .given(defined(ValueType.RATE, true))
                .when(define(ValueType.RATE, null))
                .thenRefused(MeasureRule.MEASURE_ALREADY_DEFINED);
    }

    @Test
    void revises_its_words() {
        specification(new MeasureDecider())
                .given(defined(ValueType.RATE, true))
                .when(new ReviseMeasure(ID, "Absence", "New team", "words", NOTHING_TOLD))
                .then(new MeasureRevised(ID, "Absence", "New team", "words"));
    }

    @Test
    void says_nothing_when_nothing_changes() {
        specification(new MeasureDecider())
                .given(defined(ValueType.RATE, true), new MeasureRevised(ID, "Absence", "New team", null))
                .when(new ReviseMeasure(
                        ID,
                        "Absence",
                        "New team",
                        null,
                        new Fixed(
                                MeasureKind.OUTCOME,
                                ValueType.RATE,
                                "percent",
                                BetterDirection.DECREASE,
                                PeriodKind.MONTH,
                                true)))
                .thenNothing();
    }

    @Test
    void refuses_to_change_what_it_counts_and_names_the_field() {
        var refusal = specification(new MeasureDecider())
                .given(defined(ValueType.RATE, true))
                .when(new ReviseMeasure(
                        ID, "Absence", "Team", null, new Fixed(null, null, null, null, PeriodKind.WEEK, null)))
                .thenRefused(MeasureRule.MEASURE_DEFINITION_IS_FIXED);
        assertEquals("period", refusal.field());
    }

    @Test
    void refuses_to_revise_what_was_never_defined() {
        specification(new MeasureDecider())
                .when(new ReviseMeasure(ID, "Absence", "Team", null, NOTHING_TOLD))
                .thenRefused(MeasureRule.MEASURE_NOT_DEFINED);
    }

    private static DefineMeasure define(ValueType valueType, Boolean countsPeople) {
        return new DefineMeasure(
                ID,
                "Chronic absence",
                MeasureKind.OUTCOME,
                valueType,
                "percent",
                BetterDirection.DECREASE,
                PeriodKind.MONTH,
                "Team",
                null,
                countsPeople);
    }

    private static MeasureDefined defined(ValueType valueType, boolean countsPeople) {
        return new MeasureDefined(
                ID,
                "Chronic absence",
                MeasureKind.OUTCOME,
                valueType,
                "percent",
                BetterDirection.DECREASE,
                PeriodKind.MONTH,
                "Team",
                null,
                countsPeople);
    }
}
