package org.inpractice.measurement.disclosure;

import static org.inpractice.measurement.disclosure.TableSums.GROUP;
import static org.inpractice.measurement.disclosure.TableSums.OTHERS;
import static org.inpractice.measurement.disclosure.TableSums.SITE;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inpractice.measurement.disclosure.HiddenNumbers.Edge;
import org.inpractice.measurement.disclosure.HiddenNumbers.Hidden;

/** Sites by the groups of one dimension: hides the smallest numbers first until no guarded one can be worked out. */
final class DimensionTable {
    private final Map<CellKey, TableCell> cells;
    private final Map<CellKey, TableCell> totals;
    private final String wholeDistrict;
    private final BigDecimal fewerThan;
    private final TableSums sums;
    private final int layers;
    private final Set<CellKey> hidden = new HashSet<>();
    private final Set<CellKey> guarded = new HashSet<>();

    DimensionTable(
            Collection<TableCell> told, Map<CellKey, TableCell> totals, String wholeDistrict, BigDecimal fewerThan) {
        this.sums = new TableSums(told, totals, wholeDistrict);
        this.cells = sums.cells();
        this.layers = sums.layers();
        this.totals = totals;
        this.wholeDistrict = wholeDistrict;
        this.fewerThan = fewerThan;
    }

    /**
     * What may be shown.
     *
     * @param held what is hidden already
     */
    Set<CellKey> shown(Set<CellKey> held) {
        cells.values().forEach(cell -> {
            if (held.contains(cell.key())) {
                hidden.add(cell.key());
            }
            if (cell.hidden()) {
                guard(cell.key());
            }
            TableCell total = totals.get(new CellKey(cell.key().siteId(), Dimensions.ALL));
            // Its total may come out of the district's, and nobody can say yet what is left over of it.
            boolean unjudged = total == null && totals.containsKey(new CellKey(wholeDistrict, Dimensions.ALL));
            if (unjudged || (total != null && total.hidden())) {
                hidden.add(cell.key());
            }
        });
        for (int layer = 0; layer < layers; layer++) {
            guardWhatACorrectionWouldReveal(layer);
        }
        hideAnUnfinishedDistrict();
        Set<CellKey> more = missing();
        while (!more.isEmpty()) {
            hidden.addAll(more);
            more = missing();
        }
        Set<CellKey> shown = new HashSet<>(cells.keySet());
        shown.removeAll(hidden);
        return shown;
    }

    /**
     * As long as sites are missing, what they tell later would be the district's less the others': its groups are hidden then,
     * and each site is judged alone.
     */
    private void hideAnUnfinishedDistrict() {
        boolean hasSites = Stream.concat(cells.keySet().stream(), totals.keySet().stream())
                .anyMatch(key -> !key.siteId().equals(wholeDistrict));
        boolean unfinished = IntStream.range(0, layers)
                .mapToObj(layer -> sums.groups().stream().map(group -> sums.left(layer, GROUP + group)))
                .flatMap(lefts -> lefts)
                .anyMatch(left -> left != null && left.signum() > 0);
        if (hasSites && unfinished) {
            sums.groups().forEach(group -> hidden.add(new CellKey(wholeDistrict, group)));
        }
    }

    private boolean tells(int layer) {
        return cells.values().stream().anyMatch(cell -> cell.size(layer) != null);
    }

    private void guard(CellKey key) {
        hidden.add(key);
        guarded.add(key);
    }

    /** What else must be hidden, as far as the numbers hidden so far tell; none when nothing can be worked out. */
    private Set<CellKey> missing() {
        Set<CellKey> more = new TreeSet<>();
        for (int layer = 0; layer < layers && more.isEmpty(); layer++) {
            if (!tells(layer)) {
                continue;
            }
            for (HiddenSum sum : HiddenSum.few(this, layer)) {
                smallest(sum.inSum(), layer).ifPresent(more::add);
            }
            HiddenNumbers numbers = numbers(layer, false);
            for (Edge edge : numbers.solvable()) {
                beside(edge, numbers, layer).ifPresent(more::add);
            }
            if (more.isEmpty()) {
                HiddenNumbers withTotals = numbers(layer, true);
                for (Edge edge : withTotals.solvable()) {
                    beside(edge, withTotals, layer).ifPresent(more::add);
                }
            }
        }
        if (more.isEmpty()) {
            HiddenNumbers parts = numbers(layers, false);
            for (Edge edge : parts.solvable()) {
                beside(edge, parts, 0).ifPresent(more::add);
            }
        }
        return more;
    }

    /** The number to hide so that an edge finds a cycle: where its ways end, or anywhere. */
    private Optional<CellKey> beside(Edge edge, HiddenNumbers numbers, int layer) {
        Stream<String> near = numbers.degree(edge.row()) < 2
                ? Stream.of(edge.row(), edge.column())
                : Stream.concat(
                        numbers.degree(edge.column()) < 2 ? Stream.of(edge.column()) : numbers.deadEnds(edge).stream(),
                        Stream.of(edge.row(), edge.column()));
        return near.map(sum ->
                        smallest(key -> sum.equals(SITE + key.siteId()) || sum.equals(GROUP + key.group()), layer))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> smallest(key -> true, layer));
    }

    private Optional<CellKey> smallest(Predicate<CellKey> where, int layer) {
        return cells.values().stream()
                .filter(cell -> !hidden.contains(cell.key()) && where.test(cell.key()))
                .filter(cell -> cell.size(layer) != null && cell.size(layer).signum() > 0)
                .min(Comparator.comparing((TableCell cell) -> cell.size(layer)).thenComparing(TableCell::key))
                .map(TableCell::key);
    }

    /**
     * Parts that exceed their total may be about to be corrected, the total having been corrected first: what would then be a
     * small group is guarded now.
     */
    private void guardWhatACorrectionWouldReveal(int layer) {
        BigDecimal ofSites = sums.left(layer, GROUP + Dimensions.ALL);
        for (TableCell cell : cells.values()) {
            BigDecimal size = cell.size(layer);
            if (size != null
                    && Stream.of(
                                    sums.left(layer, SITE + cell.key().siteId()),
                                    sums.left(layer, GROUP + cell.key().group()),
                                    ofSites)
                            .anyMatch(left ->
                                    left != null && left.signum() < 0 && TotalsRule.isFew(left.add(size), fewerThan))) {
                guard(cell.key());
            }
        }
    }

    /** The hidden numbers of a layer; the layer after the last size is that of numerators. */
    private HiddenNumbers numbers(int layer, boolean withTotals) {
        HiddenNumbers numbers = new HiddenNumbers();
        sums.sites().stream().map(site -> SITE + site).filter(sums::isKnown).forEach(numbers::addSum);
        sums.groups().forEach(group -> addSumIfTold(numbers, GROUP + group, new CellKey(wholeDistrict, group)));
        addSumIfTold(numbers, SITE + OTHERS, new CellKey(wholeDistrict, Dimensions.ALL));
        addSumIfTold(numbers, GROUP + OTHERS, new CellKey(wholeDistrict, Dimensions.ALL));
        addSumIfTold(numbers, GROUP + Dimensions.ALL, new CellKey(wholeDistrict, Dimensions.ALL));
        for (CellKey key : hidden) {
            Hidden one = cells.containsKey(key) ? hidden(cells.get(key), layer, withTotals) : null;
            if (one != null) {
                numbers.add(
                        SITE + key.siteId(), GROUP + key.group(), key.siteId().equals(wholeDistrict), one);
            }
        }
        sums.sites()
                .forEach(site -> addLeft(
                        numbers,
                        layer,
                        SITE + site,
                        SITE + site,
                        GROUP + OTHERS,
                        site.equals(wholeDistrict),
                        withTotals));
        sums.groups()
                .forEach(group ->
                        addLeft(numbers, layer, GROUP + group, SITE + OTHERS, GROUP + group, false, withTotals));
        if (withTotals) {
            addTotals(numbers, layer);
        }
        return numbers;
    }

    private void addSumIfTold(HiddenNumbers numbers, String name, CellKey total) {
        if (total.isTotal() ? totals.containsKey(total) : cells.containsKey(total)) {
            numbers.addSum(name);
        }
    }

    private void addTotals(HiddenNumbers numbers, int layer) {
        for (TableCell total : totals.values()) {
            if (total.hidden()) {
                boolean ofDistrict = total.key().siteId().equals(wholeDistrict);
                numbers.add(
                        SITE + total.key().siteId(),
                        GROUP + Dimensions.ALL,
                        !ofDistrict,
                        new Hidden(total.key(), true, true, moreThanOne(total.size(layer))));
            }
        }
        addLeft(numbers, layer, GROUP + Dimensions.ALL, SITE + OTHERS, GROUP + Dimensions.ALL, true, true);
    }

    /** What is left over of a sum beside all that is told: hidden too, for nobody has told of it. */
    private void addLeft(
            HiddenNumbers numbers,
            int layer,
            String sum,
            String row,
            String column,
            boolean totalOfOne,
            boolean withTotals) {
        BigDecimal left = sums.left(layer, sum);
        if (left != null && left.signum() > 0) {
            boolean few = layer < layers && !withTotals && TotalsRule.isFew(left, fewerThan);
            numbers.add(row, column, totalOfOne, new Hidden(null, few, true, true));
        }
    }

    /** A hidden cell as an edge; null when everybody knows it is nobody. */
    private Hidden hidden(TableCell cell, int layer, boolean withTotals) {
        boolean guard = !withTotals && guarded.contains(cell.key());
        if (layer < layers) {
            BigDecimal size = cell.size(layer);
            return size != null && size.signum() == 0 ? null : new Hidden(cell.key(), guard, true, moreThanOne(size));
        }
        BigDecimal whole = cell.size(0);
        if (cell.part() == null || whole == null) {
            return new Hidden(cell.key(), false, true, true);
        }
        boolean rises = cell.part().add(BigDecimal.ONE).compareTo(whole) <= 0;
        boolean falls = cell.part().signum() > 0;
        // Nobody, or everybody, of a group is shown with its total too.
        return new Hidden(cell.key(), guard && rises && falls, rises, falls);
    }

    private static boolean moreThanOne(BigDecimal size) {
        return size == null || size.compareTo(BigDecimal.ONE) > 0;
    }

    TableSums sums() {
        return sums;
    }

    boolean isHidden(CellKey key) {
        return hidden.contains(key);
    }

    boolean isGuarded(CellKey key) {
        return guarded.contains(key);
    }

    BigDecimal fewerThan() {
        return fewerThan;
    }
}
