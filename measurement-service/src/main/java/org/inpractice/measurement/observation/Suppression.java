package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.ValueType;

/**
 * Which numbers tell too much about too few people to be shown: the one place that knows, for the topic, the replay and
 * every answer. The default threshold of 11 is the one of the US Department of Education's and California's public
 * school data files.
 */
@Singleton
public class Suppression {
    private final BigDecimal fewerThan;

    @Inject
    Suppression(@ConfigProperty(name = "inpractice.suppression.fewer-than") int fewerThan) {
        this.fewerThan = BigDecimal.valueOf(fewerThan);
    }

    /**
     * Whether an observation's numbers are hidden: a group size below the threshold; and, when the measure counts people,
     * a denominator below it or a count of some, but fewer. A count of nobody hides nobody.
     *
     * @param definition null when it is not known: then every number is hidden
     */
    public boolean hides(Definition definition, Numbers numbers) {
        if (numbers.amount() == null) {
            return false;
        }
        if (definition == null
                || isSmall(numbers.groupSize() == null ? null : BigDecimal.valueOf(numbers.groupSize()))) {
            return true;
        }
        if (!definition.countsPeople()) {
            return false;
        }
        return isSmall(numbers.denominator())
                || (definition.valueType() == ValueType.COUNT
                        && numbers.amount().signum() != 0
                        && isSmall(numbers.amount()));
    }

    private boolean isSmall(BigDecimal people) {
        return people != null && people.compareTo(fewerThan) < 0;
    }
}
