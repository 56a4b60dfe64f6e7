package org.inpractice.measurement.disclosure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody can work out who knows every number that is shown, that totals are sums, and that numbers of people are
 * whole and never negative: a linear system, eliminated over the rationals, and bounds drawn tight until nothing moves.
 */
public final class Attack {
    private final Map<String, Integer> unknowns = new LinkedHashMap<>();
    private final Map<Integer, BigInteger> lowest = new HashMap<>();
    private final List<Map<Integer, BigInteger>> left = new ArrayList<>();
    private final List<BigInteger> right = new ArrayList<>();

    /** A number that is not shown and is at least so great. */
    public void unknown(String name, long atLeast) {
        if (!unknowns.containsKey(name)) {
            lowest.put(unknowns.size(), BigInteger.valueOf(atLeast));
            unknowns.put(name, unknowns.size());
        }
    }

    /**
     * A total and its parts: each a number that is shown, or the name of one that is not.
     */
    public void sum(Object total, List<Object> parts) {
        Map<Integer, BigInteger> coefficients = new HashMap<>();
        BigInteger constant = add(coefficients, total, BigInteger.ONE);
        for (Object part : parts) {
            constant = constant.add(add(coefficients, part, BigInteger.ONE.negate()));
        }
        coefficients.values().removeIf(coefficient -> coefficient.signum() == 0);
        left.add(coefficients);
        right.add(constant.negate());
    }

    private BigInteger add(Map<Integer, BigInteger> coefficients, Object term, BigInteger sign) {
        if (term instanceof Long number) {
            return sign.multiply(BigInteger.valueOf(number));
        }
        coefficients.merge(unknowns.get((String) term), sign, BigInteger::add);
        return BigInteger.ZERO;
    }

    /** The unknown numbers that have only one possible value, and that value. */
    public Map<String, BigInteger> solved() {
        eliminate();
        Map<Integer, BigInteger> low = new HashMap<>(lowest);
        Map<Integer, BigInteger> high = new HashMap<>();
        boolean moved = true;
        for (int round = 0; moved && round < 200; round++) {
            moved = false;
            for (int row = 0; row < left.size(); row++) {
                moved |= tighten(left.get(row), right.get(row), low, high);
            }
        }
        Map<String, BigInteger> solved = new HashMap<>();
        unknowns.forEach((name, number) -> {
            if (low.get(number).equals(high.get(number))) {
                solved.put(name, low.get(number));
            }
        });
        return solved;
    }

    /** Gauss and Jordan, without fractions: each row keeps whole coefficients. The rows as given are kept for the bounds. */
    private void eliminate() {
        List<Map<Integer, BigInteger>> rows = new ArrayList<>();
        List<BigInteger> constants = new ArrayList<>(right);
        left.forEach(row -> rows.add(new HashMap<>(row)));
        for (int column = 0, pivots = 0; column < unknowns.size() && pivots < rows.size(); column++) {
            int pivot = pivots;
            while (pivot < rows.size() && !rows.get(pivot).containsKey(column)) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            java.util.Collections.swap(rows, pivot, pivots);
            java.util.Collections.swap(constants, pivot, pivots);
            for (int row = 0; row < rows.size(); row++) {
                if (row != pivots && rows.get(row).containsKey(column)) {
                    subtract(rows, constants, row, pivots, column);
                }
            }
            pivots++;
        }
        left.addAll(rows);
        right.addAll(constants);
    }

    private static void subtract(
            List<Map<Integer, BigInteger>> rows, List<BigInteger> constants, int row, int pivot, int column) {
        BigInteger times = rows.get(pivot).get(column);
        BigInteger less = rows.get(row).get(column);
        rows.get(row).replaceAll((unknown, coefficient) -> coefficient.multiply(times));
        rows.get(pivot)
                .forEach((unknown, coefficient) ->
                        rows.get(row).merge(unknown, coefficient.multiply(less).negate(), BigInteger::add));
        rows.get(row).values().removeIf(coefficient -> coefficient.signum() == 0);
        BigInteger constant =
                constants.get(row).multiply(times).subtract(constants.get(pivot).multiply(less));
        BigInteger common = rows.get(row).values().stream().reduce(constant, BigInteger::gcd);
        if (common.signum() != 0) {
            rows.get(row).replaceAll((unknown, coefficient) -> coefficient.divide(common));
            constant = constant.divide(common);
        }
        constants.set(row, constant);
    }

    /** Each unknown of a sum lies between what the others leave at their most and at their least. */
    private static boolean tighten(
            Map<Integer, BigInteger> row,
            BigInteger constant,
            Map<Integer, BigInteger> low,
            Map<Integer, BigInteger> high) {
        boolean moved = false;
        for (Map.Entry<Integer, BigInteger> one : row.entrySet()) {
            BigInteger most = constant;
            BigInteger least = constant;
            for (Map.Entry<Integer, BigInteger> other : row.entrySet()) {
                if (!other.getKey().equals(one.getKey())) {
                    boolean positive = other.getValue().signum() > 0;
                    BigInteger small = positive ? low.get(other.getKey()) : high.get(other.getKey());
                    BigInteger great = positive ? high.get(other.getKey()) : low.get(other.getKey());
                    most = most == null || small == null
                            ? null
                            : most.subtract(other.getValue().multiply(small));
                    least = least == null || great == null
                            ? null
                            : least.subtract(other.getValue().multiply(great));
                }
            }
            BigInteger upper = one.getValue().signum() > 0 ? most : least;
            BigInteger lower = one.getValue().signum() > 0 ? least : most;
            if (upper != null) {
                BigInteger limit = floor(upper, one.getValue());
                if (high.get(one.getKey()) == null || high.get(one.getKey()).compareTo(limit) > 0) {
                    high.put(one.getKey(), limit);
                    moved = true;
                }
            }
            if (lower != null) {
                BigInteger limit = floor(lower.negate(), one.getValue()).negate();
                if (low.get(one.getKey()).compareTo(limit) < 0) {
                    low.put(one.getKey(), limit);
                    moved = true;
                }
            }
        }
        return moved;
    }

    private static BigInteger floor(BigInteger number, BigInteger by) {
        BigInteger[] parts = number.divideAndRemainder(by);
        boolean below = parts[1].signum() != 0 && parts[1].signum() != by.signum();
        return below ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
}
