package org.inpractice.measurement.observation;

import java.time.LocalDate;
import java.util.Map;
import org.inpractice.measurement.disclosure.Dimensions;
import org.inpractice.measurement.disclosure.Thresholds;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;

/**
 * What of one series somebody may see.
 *
 * @param thresholds the district's; null for a reader who may see small groups
 * @param studentGroup of the series
 * @param withheldFrom periods whose total is hidden from an event on
 * @param released periods whose group is shown, and the event whose version of it is
 */
public record Visibility(
        Thresholds thresholds, String studentGroup, Map<LocalDate, Long> withheldFrom, Map<LocalDate, Long> released) {
    /** Of a reader who may see small groups. */
    public static final Visibility WHOLE = new Visibility(null, Dimensions.ALL, Map.of(), Map.of());

    /** Whether the numbers that an event told are hidden. */
    public boolean hides(Definition definition, LocalDate periodStart, long districtSeq, Numbers numbers) {
        if (thresholds == null || numbers.amount() == null) {
            return false;
        }
        if (Suppression.hides(definition, numbers, thresholds.strictestSince(districtSeq))) {
            return true;
        }
        if (!Suppression.isOfPeople(definition, numbers)) {
            return false;
        }
        return studentGroup.equals(Dimensions.ALL)
                ? districtSeq >= withheldFrom.getOrDefault(periodStart, Long.MAX_VALUE)
                : districtSeq != released.getOrDefault(periodStart, 0L);
    }
}
