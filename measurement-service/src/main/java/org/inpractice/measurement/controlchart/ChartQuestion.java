package org.inpractice.measurement.controlchart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import org.inpractice.api.Parameters;
import org.inpractice.api.Problems;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.RuleSet;
import org.inpractice.measurement.measure.ValueType;

/**
 * What somebody asks of a stored chart. Checked as it is read, so that each refusal names its parameter.
 *
 * @param type null for what the measure's value type suggests
 * @param target null for none
 * @param from null, or only points of periods that start on this day or later are shown
 * @param to null, or only points of periods that start on this day or earlier are shown
 * @param asOf null for now
 */
record ChartQuestion(
        ChartSeries series,
        ChartType type,
        RuleSet ruleSet,
        Double target,
        LocalDate from,
        LocalDate to,
        Instant asOf) {
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 30;

    static ChartType type(String sent) {
        return Parameters.oneOf(ChartType.class, "type", sent);
    }

    /** Anhøj's rules when absent. */
    static RuleSet ruleSet(String sent) {
        RuleSet rules = Parameters.oneOf(
                RuleSet.class,
                "ruleSet",
                sent == null ? null : sent.toLowerCase(Locale.ROOT).replace('-', '_'));
        return rules == null ? RuleSet.ANHOEJ : rules;
    }

    static Double target(String sent) {
        if (sent == null) {
            return null;
        }
        try {
            BigDecimal target = sent.length() > 64 ? null : new BigDecimal(sent);
            if (target != null
                    && (long) target.precision() - target.scale() <= MOST_DIGITS
                    && target.scale() <= MOST_DECIMALS) {
                return target.doubleValue();
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw Problems.invalid("target", "Send a number, for example 12.5; of a rate, the ratio: 0.125.");
    }

    /** The type to draw, refused when the measure's numbers make no such chart. */
    ChartType typeFor(ValueType valueType) {
        ChartType usual = switch (valueType) {
            case RATE -> ChartType.P;
            case COUNT -> ChartType.C;
            case VALUE -> ChartType.I;
        };
        Set<ChartType> possible = switch (valueType) {
            case RATE ->
                Set.of(
                        ChartType.RUN,
                        ChartType.I,
                        ChartType.MOVING_RANGE,
                        ChartType.P,
                        ChartType.P_PRIME,
                        ChartType.U,
                        ChartType.U_PRIME);
            case COUNT -> Set.of(ChartType.RUN, ChartType.I, ChartType.MOVING_RANGE, ChartType.C, ChartType.G);
            case VALUE -> Set.of(ChartType.RUN, ChartType.I, ChartType.MOVING_RANGE, ChartType.T);
        };
        ChartType wanted = type == null ? usual : type;
        if (!possible.contains(wanted)) {
            throw Problems.invalid(
                    "type",
                    switch (valueType) {
                        case RATE -> "Send p, p_prime, u, u_prime, i, moving_range or run: the measure is a rate.";
                        case COUNT -> "Send c, g, i, moving_range or run: the measure is a count.";
                        case VALUE -> "Send i, t, moving_range or run: the measure is one value a period.";
                    });
        }
        if (!wanted.hasLimits() && (ruleSet == RuleSet.SHEWHART || ruleSet == RuleSet.MAKING_DATA_COUNT)) {
            throw Problems.invalid("ruleSet", "A run chart has no limits: send anhoej or perla, or the type i.");
        }
        return wanted;
    }
}
