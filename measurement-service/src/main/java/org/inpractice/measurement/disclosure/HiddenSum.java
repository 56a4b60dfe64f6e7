package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The hidden numbers of a row or column, added up.
 *
 * @param parts the cells of the row or column
 */
record HiddenSum(Set<CellKey> parts) {
    Predicate<CellKey> inSum() {
        return parts::contains;
    }

    /** The rows and columns of a table whose hidden numbers are so few people together that their sum tells of them. */
    static List<HiddenSum> few(DimensionTable table, int layer) {
        List<HiddenSum> few = new ArrayList<>();
        TableSums sums = table.sums();
        for (String sum : sums.all()) {
            TableCell total = sums.total(sum);
            if (!sums.isKnown(sum) || (total != null && table.isHidden(total.key()))) {
                continue;
            }
            List<TableCell> parts = sums.parts(sum);
            List<TableCell> shown =
                    parts.stream().filter(part -> !table.isHidden(part.key())).toList();
            BigDecimal left =
                    total == null ? hidden(table, parts, layer) : less(total, shown, layer, Integer.MAX_VALUE);
            boolean guards =
                    parts.size() == shown.size() || parts.stream().anyMatch(part -> table.isGuarded(part.key()));
            if (left != null && guards && TotalsRule.isFew(left, table.fewerThan())) {
                few.add(new HiddenSum(parts.stream().map(TableCell::key).collect(Collectors.toSet())));
            }
        }
        return few;
    }

    /** What is hidden of a sum whose total is not told. */
    private static BigDecimal hidden(DimensionTable table, List<TableCell> parts, int layer) {
        return parts.stream()
                .filter(part -> table.isHidden(part.key()) && part.size(layer) != null)
                .map(part -> part.size(layer))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A total less some parts; null when one of them is not known. */
    static BigDecimal less(TableCell total, List<TableCell> parts, int layer, int layers) {
        BigDecimal left = number(total, layer, layers);
        for (TableCell part : parts) {
            BigDecimal number = number(part, layer, layers);
            if (left == null || number == null) {
                return null;
            }
            left = left.subtract(number);
        }
        return left;
    }

    private static BigDecimal number(TableCell cell, int layer, int layers) {
        return cell == null ? null : layer < layers ? cell.size(layer) : cell.part();
    }
}
