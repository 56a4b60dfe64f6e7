package org.inpractice.measurement.analysis;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.api.Problems;
import org.inpractice.measurement.analysis.ComparisonRequest.PeriodProportion;
import org.inpractice.measurement.comparison.Interval;
import org.inpractice.measurement.comparison.Proportion;

/** The numbers of a comparison, checked. Each refusal names the field and the remedy, and repeats no number. */
final class ComparisonInput {
    /** As many numbers may be compared at once, on both sides together. */
    static final int MOST_VALUES = 10_000;

    /** A double holds 15 digits; larger numbers would be compared as others than were sent. */
    private static final int WHOLE_DIGITS = 15;

    private static final int FRACTION_DIGITS = 100;
    private static final BigDecimal LOWEST_LEVEL = new BigDecimal("0.5");
    private static final BigDecimal HIGHEST_LEVEL = new BigDecimal("0.999");

    private ComparisonInput() {}

    static double level(BigDecimal sent) {
        if (sent == null) {
            return Interval.USUAL_LEVEL;
        }
        if (sent.compareTo(LOWEST_LEVEL) < 0 || sent.compareTo(HIGHEST_LEVEL) > 0) {
            throw Problems.invalid("confidenceLevel", "Send a number from 0.5 to 0.999, for example 0.95.");
        }
        return sent.doubleValue();
    }

    /** Numbers that may be missing: null becomes NaN. */
    static double[] numbers(String field, List<BigDecimal> sent) {
        double[] numbers = new double[sent.size()];
        for (int i = 0; i < numbers.length; i++) {
            BigDecimal number = sent.get(i);
            numbers[i] = number == null ? Double.NaN : number(field + "[" + i + "]", number);
        }
        return numbers;
    }

    static List<Proportion> proportions(String field, List<PeriodProportion> sent) {
        List<Proportion> proportions = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String item = field + "[" + i + "]";
            PeriodProportion one = sent.get(i);
            if (one == null || one.numerator() == null || one.denominator() == null) {
                throw Problems.invalid(item, "Send a numerator and a denominator; leave out a period without numbers.");
            }
            double numerator = number(item + ".numerator", one.numerator());
            double denominator = number(item + ".denominator", one.denominator());
            if (denominator <= 0) {
                throw Problems.invalid(
                        item + ".denominator", "Send a denominator above 0; leave out a period with nobody to count.");
            }
            if (numerator < 0) {
                throw Problems.invalid(item + ".numerator", "Send 0 or more.");
            }
            if (numerator > denominator) {
                throw Problems.invalid(
                        item + ".numerator",
                        "Send a numerator of at most the denominator; perhaps the two are exchanged.");
            }
            proportions.add(new Proportion(numerator, denominator));
        }
        return proportions;
    }

    static void enough(String field, int sent, int fewest, String what) {
        if (sent < fewest) {
            throw tooFew(field, "Send at least %d %s.".formatted(fewest, what));
        }
    }

    static HttpProblem tooFew(String field, String remedy) {
        return Problems.ofField(400, "TOO_FEW_POINTS", "There are too few points for this method", field, remedy);
    }

    static void notTooMany(String field, int sent) {
        if (sent > MOST_VALUES) {
            throw Problems.ofField(
                    400,
                    "TOO_MANY_POINTS",
                    "There are too many points",
                    field,
                    "Send at most 10,000 numbers or periods in all.");
        }
    }

    /** Checked before anything is computed: 1e999999999 is short to send and long to write out. */
    private static double number(String field, BigDecimal sent) {
        if ((long) sent.precision() - sent.scale() > WHOLE_DIGITS || sent.scale() > FRACTION_DIGITS) {
            throw Problems.invalid(
                    field,
                    "Send a number with at most %d digits before and %d after the decimal point."
                            .formatted(WHOLE_DIGITS, FRACTION_DIGITS));
        }
        return sent.doubleValue();
    }
}
