package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rows and columns of a table of sites by groups: what adds up to what, and what is left over. */
final class TableSums {
    /** The column of everybody who is in no group that is told, and the row of sites that are not told. */
    static final String OTHERS = "\0others";

    static final String SITE = "site ";
    static final String GROUP = "group ";

    private final Map<CellKey, TableCell> cells = new TreeMap<>();
    private final Map<CellKey, TableCell> totals;
    private final String wholeDistrict;
    private final Set<String> sites = new TreeSet<>();
    private final Set<String> groups = new TreeSet<>();
    private final Map<String, List<TableCell>> parts = new HashMap<>();
    private final List<Map<String, Optional<BigDecimal>>> left = new ArrayList<>();
    private final int layers;

    TableSums(Collection<TableCell> told, Map<CellKey, TableCell> totals, String wholeDistrict) {
        this.totals = totals;
        this.wholeDistrict = wholeDistrict;
        told.forEach(cell -> {
            cells.put(cell.key(), cell);
            sites.add(cell.key().siteId());
            groups.add(cell.key().group());
        });
        this.layers = Stream.concat(cells.values().stream(), totals.values().stream())
                .mapToInt(cell -> cell.sizes().size())
                .max()
                .orElse(0);
        cells.values().forEach(this::addToSums);
        totals.values().stream()
                .filter(total -> !total.key().siteId().equals(wholeDistrict))
                .forEach(total -> parts.computeIfAbsent(GROUP + Dimensions.ALL, unseen -> new ArrayList<>())
                        .add(total));
        for (int layer = 0; layer <= layers; layer++) {
            left.add(new HashMap<>());
        }
    }

    private void addToSums(TableCell cell) {
        parts.computeIfAbsent(SITE + cell.key().siteId(), unseen -> new ArrayList<>())
                .add(cell);
        if (!cell.key().siteId().equals(wholeDistrict)) {
            parts.computeIfAbsent(GROUP + cell.key().group(), unseen -> new ArrayList<>())
                    .add(cell);
        }
    }

    /** All cells told of, by key. */
    Map<CellKey, TableCell> cells() {
        return cells;
    }

    Set<String> sites() {
        return sites;
    }

    Set<String> groups() {
        return groups;
    }

    /** How many sizes a cell has at most. */
    int layers() {
        return layers;
    }

    /** A sum's total less all its told parts; null when one of them is not known. */
    BigDecimal left(int layer, String sum) {
        return left.get(layer)
                .computeIfAbsent(
                        sum, unseen -> Optional.ofNullable(HiddenSum.less(total(sum), parts(sum), layer, layers)))
                .orElse(null);
    }

    /** The total of a row or column; null when it is not told. */
    TableCell total(String sum) {
        return sum.startsWith(SITE)
                ? totals.get(new CellKey(sum.substring(SITE.length()), Dimensions.ALL))
                : cellOrTotal(new CellKey(wholeDistrict, sum.substring(GROUP.length())));
    }

    private TableCell cellOrTotal(CellKey key) {
        return key.isTotal() ? totals.get(key) : cells.get(key);
    }

    /**
     * Whether a sum counts as known. That of a site does too when only the district's is told: it may be the district's less
     * those of the other sites.
     */
    boolean isKnown(String sum) {
        return total(sum) != null
                || (sum.startsWith(SITE) && totals.containsKey(new CellKey(wholeDistrict, Dimensions.ALL)));
    }

    /** What adds up to a row's or column's total. */
    List<TableCell> parts(String sum) {
        return parts.getOrDefault(sum, List.of());
    }

    /** Rows and columns. */
    List<String> all() {
        return Stream.concat(
                        sites.stream().map(site -> SITE + site), groups.stream().map(group -> GROUP + group))
                .toList();
    }
}
