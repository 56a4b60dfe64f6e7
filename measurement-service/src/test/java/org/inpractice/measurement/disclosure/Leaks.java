package org.inpractice.measurement.disclosure;

import static org.inpractice.measurement.disclosure.RandomTables.DISTRICT;
import static org.inpractice.measurement.disclosure.RandomTables.ELEVEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a partner can work out of a table of which some cells are shown. */
final class Leaks {
    private Leaks() {}

    /** Numbers of people that are small and have only one possible value. */
    static List<String> of(List<TableCell> cells, Set<CellKey> shown) {
        List<String> leaks = new ArrayList<>();
        Map<CellKey, TableCell> byKey = cells.stream().collect(Collectors.toMap(TableCell::key, cell -> cell));
        Attack people = new Attack();
        Attack parts = new Attack();
        for (TableCell cell : cells) {
            people.unknown(cell.key().toString(), 1);
            parts.unknown(cell.key().toString(), 0);
        }
        for (List<CellKey> sum : sums(byKey)) {
            people.sum(term(byKey, shown, sum.getFirst(), false), terms(byKey, shown, sum, false));
            parts.sum(term(byKey, shown, sum.getFirst(), true), terms(byKey, shown, sum, true));
        }
        Set<String> solvedPeople = people.solved().keySet();
        Set<String> solvedParts = parts.solved().keySet();
        for (TableCell cell : cells) {
            boolean small = cell.size(0).compareTo(ELEVEN) < 0;
            if (small && solvedPeople.contains(cell.key().toString())) {
                leaks.add("people of " + cell);
            }
            // Nobody, and everybody, of a group is told by the total too.
            boolean some = cell.part().signum() > 0 && cell.part().compareTo(cell.size(0)) < 0;
            if (small
                    && some
                    && !cell.key().isTotal()
                    && solvedParts.contains(cell.key().toString())) {
                leaks.add("part of " + cell);
            }
        }
        return leaks;
    }

    private static Object term(Map<CellKey, TableCell> cells, Set<CellKey> shown, CellKey key, boolean part) {
        TableCell cell = cells.get(key);
        boolean seen = key.isTotal() ? !cell.hidden() : shown.contains(key);
        return seen ? (Object) (part ? cell.part() : cell.size(0)).longValueExact() : key.toString();
    }

    private static List<Object> terms(
            Map<CellKey, TableCell> cells, Set<CellKey> shown, List<CellKey> sum, boolean part) {
        return sum.stream().skip(1).map(key -> term(cells, shown, key, part)).toList();
    }

    /** Each total and its parts: groups of a dimension at a site, sites of the district. */
    private static List<List<CellKey>> sums(Map<CellKey, TableCell> cells) {
        List<List<CellKey>> sums = new ArrayList<>();
        Set<CellKey> keys = new TreeSet<>(cells.keySet());
        for (CellKey total : keys) {
            if (total.isTotal()) {
                for (String dimension : List.of("race", "gender")) {
                    sums.add(with(
                            total,
                            keys,
                            key -> key.siteId().equals(total.siteId())
                                    && Dimensions.of(key.group()).equals(dimension)));
                }
            }
            if (total.siteId().equals(DISTRICT)) {
                sums.add(with(total, keys, key -> key.group().equals(total.group())));
            }
        }
        sums.removeIf(sum -> sum.size() == 1);
        return sums;
    }

    private static List<CellKey> with(CellKey total, Set<CellKey> keys, Predicate<CellKey> isPart) {
        List<CellKey> sum = new ArrayList<>(List.of(total));
        keys.stream().filter(key -> !key.equals(total) && isPart.test(key)).forEach(sum::add);
        return sum;
    }
}
