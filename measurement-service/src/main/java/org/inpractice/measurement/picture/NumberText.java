package org.inpractice.measurement.picture;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How the numbers of one picture are written: all in the same way, as precise as the picture's range asks for, with thousands
 * separated, huge and tiny ones by a power of ten.
 *
 * @param percent whether a proportion is shown in percent
 * @param exponent of the power of ten, 0 for none
 * @param decimals digits after the point of a number that is no tick of the axis
 */
record NumberText(boolean percent, int exponent, int decimals) {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final double HUGE = 1e12;
    private static final double TINY = 1e-3;

    /** For numbers up to a size, seen over a range. */
    static NumberText of(boolean percent, double largest, double range) {
        double shown = percent ? largest * 100 : largest;
        double spread = percent ? range * 100 : range;
        int exponent = shown > 0 && (shown >= HUGE || shown < TINY) ? Math.floorDiv(digits(shown), 3) * 3 : 0;
        int decimals = spread > 0 ? 2 - (digits(spread) - exponent) : 2;
        return new NumberText(percent, exponent, Math.clamp(decimals, 0, 12));
    }

    /** The exponent of a number's first digit. */
    static int digits(double number) {
        return (int) Math.floor(Math.log10(number) + 1e-9);
    }

    /** A value, limit or centre. */
    String of(double value) {
        return text(value, decimals, true);
    }

    /** A tick of an axis whose ticks are a step apart. */
    String tick(double value, double step) {
        double shown = percent ? step * 100 : step;
        int needed = Math.max(0, exponent - digits(shown));
        return text(value, needed + (isWhole(shown, needed - exponent) ? 0 : 1), false);
    }

    /** Whether a step such as 2.5 needs a digit more than its first. */
    private static boolean isWhole(double step, int shift) {
        BigDecimal scaled = BigDecimal.valueOf(step).movePointRight(shift);
        return scaled.subtract(scaled.setScale(0, RoundingMode.HALF_UP)).abs().compareTo(new BigDecimal("0.01")) < 0;
    }

    private String text(double value, int places, boolean stripped) {
        BigDecimal shown = BigDecimal.valueOf(value)
                .movePointRight((percent ? 2 : 0) - exponent)
                .setScale(places, RoundingMode.HALF_UP);
        if (stripped) {
            shown = shown.stripTrailingZeros();
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(Math.max(0, shown.scale()));
        format.setMaximumFractionDigits(Math.max(0, shown.scale()));
        String digits = shown.signum() == 0 ? "0" : format.format(shown).replace('-', '−');
        return digits + (exponent == 0 || shown.signum() == 0 ? "" : "×10" + superscript()) + (percent ? "%" : "");
    }

    private String superscript() {
        StringBuilder text = new StringBuilder(exponent < 0 ? "⁻" : "");
        for (char digit : Integer.toString(Math.abs(exponent)).toCharArray()) {
            text.append(SUPERSCRIPTS.charAt(digit - '0'));
        }
        return text.toString();
    }
}
