package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Complementary suppression of one period of a measure: given what is told and what is hidden for its own sake, which
 * numbers of student groups may be shown so that no hidden one can be worked out from totals.
 *
 * <p>Per dimension, sites by groups is a two-way table; in its linear system each hidden number is an edge between its
 * row and its column, and can be worked out exactly when no other value of it fits, that is when no cycle of hidden numbers
 * runs through it (Gusfield 1988, "A graph theoretic approach to statistical data security", SIAM J. Comput. 17(3)). Totals
 * ({@code all}) are taken as known to everybody, also those that are hidden: so the dimensions do not touch one another.
 */
public final class SuppressionPattern {
    private SuppressionPattern() {}

    /**
     * The groups' numbers that may be shown; totals are not judged here.
     *
     * @param held what is hidden already, though not for its own sake
     * @param wholeDistrict the site that is the total of the others
     * @param fewerThan the threshold: hidden numbers of one sum are not fewer people together
     */
    public static Set<CellKey> shown(
            Collection<TableCell> cells, Set<CellKey> held, String wholeDistrict, BigDecimal fewerThan) {
        Map<CellKey, TableCell> totals = cells.stream()
                .filter(cell -> cell.key().isTotal())
                .collect(Collectors.toMap(TableCell::key, cell -> cell, (one, other) -> one, TreeMap::new));
        Map<String, List<TableCell>> byDimension = cells.stream()
                .filter(cell -> !cell.key().isTotal())
                .collect(Collectors.groupingBy(
                        cell -> Dimensions.of(cell.key().group()), TreeMap::new, Collectors.toList()));
        Set<CellKey> shown = new HashSet<>();
        byDimension
                .values()
                .forEach(dimension ->
                        shown.addAll(new DimensionTable(dimension, totals, wholeDistrict, fewerThan).shown(held)));
        return shown;
    }
}
