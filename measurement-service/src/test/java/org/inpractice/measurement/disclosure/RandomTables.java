package org.inpractice.measurement.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Made-up tables of sites by groups, as districts could tell them. */
final class RandomTables {
    static final String DISTRICT = "d";
    static final BigDecimal ELEVEN = BigDecimal.valueOf(11);

    private RandomTables() {}

    /** One to five sites by race, gender and two programmes, with or without the district's own numbers. */
    static List<TableCell> of(Random random) {
        List<String> race = List.of("RB", "RI", "RA", "RH", "RW").subList(0, 2 + random.nextInt(4));
        List<String> gender = List.of("GM", "GF", "GX").subList(0, 2 + random.nextInt(2));
        Map<String, long[]> whole = new TreeMap<>();
        List<TableCell> cells = new ArrayList<>();
        int sites = 1 + random.nextInt(5);
        for (int i = 0; i < sites; i++) {
            String site = "s" + i;
            long[] total = new long[2];
            for (String group : race) {
                if (random.nextInt(8) > 0) {
                    long people = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 11 + random.nextInt(150);
                    long part = random.nextInt(3) == 0 ? 0 : random.nextLong(people + 1);
                    cells.add(cell(site, group, people, part));
                    total[0] += people;
                    total[1] += part;
                    add(whole, group, people, part);
                }
            }
            if (total[0] == 0) {
                continue;
            }
            split(random, site, gender, total, cells, whole);
            for (String programme : List.of("SE", "SD")) {
                long people = 1 + random.nextLong(total[0]);
                if (random.nextBoolean()) {
                    long part = Math.max(0, total[1] - (total[0] - people));
                    cells.add(cell(site, programme, people, part));
                    add(whole, programme, people, part);
                }
            }
            cells.add(cell(site, "all", total[0], total[1]));
            add(whole, "all", total[0], total[1]);
        }
        if (random.nextInt(4) > 0 && sites > 1) {
            whole.forEach((group, sum) -> cells.add(cell(DISTRICT, group, sum[0], sum[1])));
        }
        return withTotalsHidden(cells);
    }

    private static void split(
            Random random,
            String site,
            List<String> groups,
            long[] total,
            List<TableCell> cells,
            Map<String, long[]> whole) {
        long people = total[0];
        long part = total[1];
        for (int i = 0; i < groups.size() && people > 0; i++) {
            boolean last = i == groups.size() - 1;
            long some = last ? people : 1 + random.nextLong(people);
            long of = last ? part : Math.max(Math.min(part, some / 2), part - (people - some));
            cells.add(cell(site, groups.get(i), some, of));
            add(whole, groups.get(i), some, of);
            people -= some;
            part -= of;
        }
    }

    private static void add(Map<String, long[]> whole, String group, long people, long part) {
        long[] sum = whole.computeIfAbsent(group, unseen -> new long[2]);
        sum[0] += people;
        sum[1] += part;
    }

    /** Totals of sites as {@link TotalsRule} leaves them: shown one after the other, the district's own first. */
    private static List<TableCell> withTotalsHidden(List<TableCell> cells) {
        TableCell district = cells.stream()
                .filter(cell -> cell.key().equals(new CellKey(DISTRICT, "all")))
                .findFirst()
                .orElse(null);
        List<BigDecimal> parts = new ArrayList<>();
        List<TableCell> hidden = new ArrayList<>();
        for (TableCell cell : cells) {
            boolean judged = district != null
                    && !district.hidden()
                    && cell.key().isTotal()
                    && !cell.key().siteId().equals(DISTRICT)
                    && !cell.hidden();
            if (judged) {
                parts.add(cell.size(0));
                if (!TotalsRule.allows(district.size(0), parts, ELEVEN)) {
                    parts.removeLast();
                    hidden.add(new TableCell(cell.key(), cell.sizes(), cell.part(), true));
                    continue;
                }
            }
            hidden.add(cell);
        }
        return hidden;
    }

    /** A cell of so many people, of whom a part is counted. */
    static TableCell cell(String site, String group, long people, long part) {
        return new TableCell(
                new CellKey(site, group), List.of(BigDecimal.valueOf(people)), BigDecimal.valueOf(part), people < 11);
    }
}
