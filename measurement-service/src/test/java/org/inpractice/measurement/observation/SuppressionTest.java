package org.inpractice.measurement.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureKind;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.measure.ValueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {
    @ParameterizedTest
    @CsvSource({
        "RATE, true, 2, 10, , true",
        "RATE, true, 2, 11, , false",
        "RATE, false, 2, 10, , false",
        "RATE, true, 2, 500, 10, true",
        "COUNT, true, 0, , , false",
        "COUNT, true, 1, , , true",
        "COUNT, true, 10, , , true",
        "COUNT, true, 10.9, , , true",
        "COUNT, true, 11, , , false",
        "COUNT, false, 3, , , false",
        "VALUE, false, 3, , , false",
        "VALUE, false, 3, , 10, true",
        "VALUE, false, 3, , 11, false",
        "VALUE, true, 3, , , false"
    })
    void hides_numbers_of_fewer_than_eleven_people(
            ValueType form,
            boolean countsPeople,
            BigDecimal amount,
            BigDecimal denominator,
            Long groupSize,
            boolean hidden) {
        Definition definition =
                new Definition(MeasureKind.OUTCOME, form, BetterDirection.DECREASE, PeriodKind.MONTH, countsPeople);
        assertEquals(hidden, Suppression.hides(definition, new Numbers(amount, denominator, groupSize), 11));
    }

    @Test
    void hides_everything_of_a_measure_it_does_not_know() {
        assertTrue(Suppression.hides(null, new Numbers(BigDecimal.TEN, null, null), 11));
    }
}
