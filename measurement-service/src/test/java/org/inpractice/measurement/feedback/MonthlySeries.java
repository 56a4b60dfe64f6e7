package org.inpractice.measurement.feedback;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.comparison.Proportion;
import org.inpractice.measurement.measure.BetterDirection;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureKind;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.measure.ValueType;

/** Monthly series around a change that began on September 1, 2024. Of a number that is NaN nobody tells anything. */
final class MonthlySeries {
    static final LocalDate START = LocalDate.of(2024, 9, 1);

    private MonthlySeries() {}

    static MeasuredSeries hours(UUID id, String role, BetterDirection direction, double[] before, double... since) {
        return new MeasuredSeries(
                id,
                "Measure of " + role,
                role,
                "hours",
                definition(ValueType.VALUE, direction),
                "1",
                points(before, since, 0));
    }

    /** Of so many each month, in percent. */
    static MeasuredSeries rates(UUID id, int denominator, double[] before, double... since) {
        return new MeasuredSeries(
                id,
                "Chronic absence",
                "outcome",
                "percent",
                definition(ValueType.RATE, BetterDirection.DECREASE),
                "1",
                points(before, since, denominator));
    }

    private static Definition definition(ValueType form, BetterDirection direction) {
        return new Definition(MeasureKind.OUTCOME, form, direction, PeriodKind.MONTH, false);
    }

    private static List<Observed> points(double[] before, double[] since, int denominator) {
        List<Observed> points = new ArrayList<>();
        YearMonth month = YearMonth.from(START).minusMonths(before.length);
        for (double[] part : List.of(before, since)) {
            for (double number : part) {
                if (!Double.isNaN(number)) {
                    points.add(new Observed(
                            month.toString(),
                            month.atDay(1),
                            month.atEndOfMonth(),
                            points.size() + 1L,
                            Observed.Use.NUMBER,
                            denominator == 0 ? number : 100 * number / denominator,
                            denominator == 0 ? null : new Proportion(number, denominator)));
                }
                month = month.plusMonths(1);
            }
        }
        return points;
    }
}
