package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.ValueType;

/**
 * Which numbers tell too much about too few people to be shown, each looked at alone. The default threshold of 11 is the
 * one of the US Department of Education's and California's public school data files.
 */
public final class Suppression {
    private Suppression() {}

    /**
     * Whether an observation's numbers are hidden: a group size below the threshold; and, when the measure counts people,
     * a denominator below it or a count of some, but fewer. A count of nobody hides nobody.
     *
     * @param definition null when it is not known: then every number is hidden
     */
    public static boolean hides(Definition definition, Numbers numbers, int fewerThan) {
        if (numbers.amount() == null) {
            return false;
        }
        if (definition == null
                || isSmall(numbers.groupSize() == null ? null : BigDecimal.valueOf(numbers.groupSize()), fewerThan)) {
            return true;
        }
        if (!definition.countsPeople()) {
            return false;
        }
        return isSmall(numbers.denominator(), fewerThan)
                || (definition.valueType() == ValueType.COUNT
                        && numbers.amount().signum() != 0
                        && isSmall(numbers.amount(), fewerThan));
    }

    /**
     * How many people stand behind an observation, by what is counted and by the group size; each null when it is not told.
     * Two nulls: nobody can work out anything about a group from it.
     */
    static List<BigDecimal> sizes(Definition definition, Numbers numbers) {
        List<BigDecimal> sizes = new ArrayList<>(2);
        boolean counts = definition != null && definition.countsPeople() && definition.valueType() != ValueType.VALUE;
        sizes.add(
                !counts ? null : definition.valueType() == ValueType.COUNT ? numbers.amount() : numbers.denominator());
        sizes.add(numbers.groupSize() == null ? null : BigDecimal.valueOf(numbers.groupSize()));
        return sizes;
    }

    /** Whether an observation is about people whose number could be worked out from others. */
    static boolean isOfPeople(Definition definition, Numbers numbers) {
        return sizes(definition, numbers).stream().anyMatch(size -> size != null);
    }

    private static boolean isSmall(BigDecimal people, int fewerThan) {
        return people != null && people.compareTo(BigDecimal.valueOf(fewerThan)) < 0;
    }
}
