package org.inpractice.measurement.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.inpractice.api.Problems;
import org.inpractice.measurement.analysis.ChartRequest.SentPoint;
import org.inpractice.measurement.chart.ChartType;
import org.inpractice.measurement.chart.Measurement;
import org.inpractice.measurement.chart.PointStatus;

/** The points as sent, each in a form its chart can read. Refusals name the point and never repeat a number. */
record SentPoints(ChartType type) {
    private static final int WHOLE_DIGITS = 15;
    private static final int FRACTION_DIGITS = 30;

    List<Measurement> read(List<SentPoint> points) {
        List<Measurement> read = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            String field = "points[" + i + "]";
            SentPoint point = points.get(i);
            if (point == null) {
                throw Problems.invalid(field, "Send an object; one without a number is not reported.");
            }
            String label = SentText.checked(field + ".label", point.label());
            read.add(measurement(field, point, label == null ? String.valueOf(i + 1) : label));
        }
        return read;
    }

    private Measurement measurement(String field, SentPoint point, String label) {
        PointStatus status = status(field, point);
        boolean astronomical = Boolean.TRUE.equals(point.astronomical());
        String annotation = SentText.checked(field + ".annotation", point.annotation());
        if (status != PointStatus.REPORTED) {
            return new Measurement(label, status, null, null, null, null, astronomical, annotation);
        }
        Double value = null;
        Double numerator = null;
        Double denominator = null;
        List<Double> subgroup = null;
        switch (form(field, point)) {
            case VALUE -> value = single(field + ".value", point.value());
            case COUNT -> value = notNegative(field + ".count", point.count());
            case RATIO -> {
                numerator = number(field + ".numerator", point.numerator());
                denominator = number(field + ".denominator", point.denominator());
                checkRatio(field, "numerator", numerator, "denominator", denominator);
            }
            case COUNT_AND_SIZE -> {
                numerator = number(field + ".count", point.count());
                denominator = number(field + ".size", point.size());
                checkRatio(field, "count", numerator, "size", denominator);
            }
            case SUBGROUP -> subgroup = subgroup(field, point.values());
        }
        return new Measurement(label, status, value, numerator, denominator, subgroup, astronomical, annotation);
    }

    /** A point that leaves out what its chart needs, and says nothing of its status, is not reported. */
    private static PointStatus status(String field, SentPoint point) {
        boolean complete = point.value() != null
                || (point.numerator() != null && point.denominator() != null)
                || point.count() != null
                || (point.values() != null && point.values().stream().anyMatch(Objects::nonNull));
        if (point.status() == null) {
            return complete ? PointStatus.REPORTED : PointStatus.NOT_REPORTED;
        }
        if (point.status() == PointStatus.REPORTED && !complete) {
            throw Problems.invalid(
                    field, "Send its number, or status not_reported or suppressed: a missing number is no zero.");
        }
        boolean none = Stream.of(
                        point.value(),
                        point.numerator(),
                        point.denominator(),
                        point.values(),
                        point.count(),
                        point.size())
                .allMatch(Objects::isNull);
        if (point.status() != PointStatus.REPORTED && !none) {
            throw Problems.invalid(field, "Leave its numbers out, or send status reported.");
        }
        return point.status();
    }

    private enum Form {
        VALUE,
        COUNT,
        RATIO,
        COUNT_AND_SIZE,
        SUBGROUP
    }

    private Form form(String field, SentPoint point) {
        List<Form> sent = new ArrayList<>();
        if (point.value() != null) {
            sent.add(Form.VALUE);
        }
        if (point.numerator() != null || point.denominator() != null) {
            sent.add(Form.RATIO);
        }
        if (point.count() != null || point.size() != null) {
            sent.add(point.size() == null ? Form.COUNT : Form.COUNT_AND_SIZE);
        }
        if (point.values() != null) {
            sent.add(Form.SUBGROUP);
        }
        List<Form> wanted = wanted();
        if (sent.size() != 1 || !wanted.contains(sent.get(0))) {
            throw Problems.invalid(field, remedy());
        }
        return sent.get(0);
    }

    private List<Form> wanted() {
        return switch (type) {
            case RUN, I, MOVING_RANGE ->
                List.of(Form.VALUE, Form.RATIO, Form.SUBGROUP, Form.COUNT, Form.COUNT_AND_SIZE);
            case P, P_PRIME -> List.of(Form.RATIO);
            case U, U_PRIME -> List.of(Form.RATIO, Form.COUNT_AND_SIZE);
            case C, G -> List.of(Form.VALUE, Form.COUNT);
            case T -> List.of(Form.VALUE);
            case XBAR, S -> List.of(Form.SUBGROUP);
        };
    }

    private String remedy() {
        return switch (type) {
            case RUN, I, MOVING_RANGE ->
                "Send one of: value; numerator and denominator; count, with size or without; values.";
            case P, P_PRIME -> "Send numerator and denominator, and no other number.";
            case U, U_PRIME -> "Send numerator and denominator, or count and size, and no other number.";
            case C, G -> "Send value or count, and no other number.";
            case T -> "Send value, the time since the event before, and no other number.";
            case XBAR, S -> "Send values, the subgroup, and no other number.";
        };
    }

    private Double single(String field, BigDecimal sent) {
        double number = number(field, sent);
        return switch (type) {
            case C, G -> notNegative(field, sent);
            case T -> {
                if (number <= 0) {
                    throw Problems.invalid(
                            field, "Send a time above 0; two events at the same time need a finer unit of time.");
                }
                yield number;
            }
            case RUN, I, MOVING_RANGE, P, P_PRIME, U, U_PRIME, XBAR, S -> number;
        };
    }

    private void checkRatio(String field, String upper, double numerator, String lower, double denominator) {
        boolean counts = switch (type) {
            case P, P_PRIME, U, U_PRIME -> true;
            case RUN, I, MOVING_RANGE, C, XBAR, S, T, G -> false;
        };
        if (denominator <= 0) {
            throw Problems.invalid(
                    field + "." + lower,
                    "Send a number above 0, or status not_reported when there was nothing to count.");
        }
        if (counts && numerator < 0) {
            throw Problems.invalid(field + "." + upper, "Send 0 or more.");
        }
        if ((type == ChartType.P || type == ChartType.P_PRIME) && numerator > denominator) {
            throw Problems.invalid(
                    field + "." + upper,
                    "Send at most the denominator: a proportion is a part of a whole; for rates send u.");
        }
    }

    private static List<Double> subgroup(String field, List<BigDecimal> values) {
        List<Double> subgroup = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                subgroup.add(number(field + ".values[" + i + "]", values.get(i)));
            }
        }
        return subgroup;
    }

    private static Double notNegative(String field, BigDecimal sent) {
        Double number = number(field, sent);
        if (number < 0) {
            throw Problems.invalid(field, "Send 0 or more.");
        }
        return number;
    }

    /** A number that every computation can square and sum without leaving the doubles. */
    static Double number(String field, BigDecimal sent) {
        // Checked before anything is computed: 1e999999999 is short to send and long to write out.
        if ((long) sent.precision() - sent.scale() > WHOLE_DIGITS || sent.scale() > FRACTION_DIGITS) {
            throw Problems.invalid(
                    field,
                    "Send at most %d digits before and %d after the decimal point."
                            .formatted(WHOLE_DIGITS, FRACTION_DIGITS));
        }
        return sent.doubleValue();
    }
}
