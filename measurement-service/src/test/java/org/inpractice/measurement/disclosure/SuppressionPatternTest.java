package org.inpractice.measurement.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuppressionPatternTest {
    private static final String DISTRICT = "d";
    private static final BigDecimal ELEVEN = BigDecimal.valueOf(11);

    private interface Rule {
        Set<CellKey> shown(List<TableCell> cells);
    }

    @Test
    void hides_the_smallest_sibling_of_a_small_group_whose_total_is_known() {
        // given
        List<TableCell> cells = cells(Map.of("s all", 150L, "s RB", 5L, "s RH", 100L, "s RW", 45L));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertEquals("[s RH]", text(shown));
    }

    @Test
    void hides_a_third_when_two_hidden_ones_are_still_few_people_together() {
        // given
        List<TableCell> cells = cells(Map.of("s all", 150L, "s RB", 4L, "s RA", 6L, "s RH", 100L, "s RW", 40L));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertEquals("[s RH]", text(shown));
    }

    @Test
    void hides_a_programme_whose_complement_is_small() {
        // given
        List<TableCell> cells = cells(Map.of("s all", 150L, "s SE", 145L, "s SD", 100L));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertEquals("[s SD]", text(shown));
    }

    @Test
    void hides_a_group_that_leaves_a_small_number_of_others_whom_nobody_told_of() {
        // given
        List<TableCell> cells = cells(Map.of("s all", 150L, "s RH", 100L, "s RW", 45L));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertEquals("[s RH]", text(shown));
    }

    @Test
    void needs_a_second_site_when_the_district_tells_the_group_too() {
        // given
        List<TableCell> cells = cells(Map.ofEntries(
                Map.entry("s all", 150L),
                Map.entry("s RB", 5L),
                Map.entry("s RH", 145L),
                Map.entry("t all", 250L),
                Map.entry("t RB", 50L),
                Map.entry("t RH", 200L),
                Map.entry("d all", 400L),
                Map.entry("d RB", 55L),
                Map.entry("d RH", 345L)));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertEquals("[d RB, d RH]", text(shown));
    }

    @Test
    void shows_all_when_no_group_is_small_or_no_total_is_told() {
        assertEquals("[s RB, s RH]", text(pattern(cells(Map.of("s all", 150L, "s RB", 50L, "s RH", 100L)))));
        assertEquals("[s RH]", text(pattern(cells(Map.of("s RB", 5L, "s RH", 100L)))));
        assertEquals("[]", text(pattern(List.of())));
    }

    @Test
    void guards_now_what_a_correction_of_the_total_has_announced() {
        // given: the total has fallen by 23, and black students will fall from 30 to 7
        List<TableCell> cells = cells(Map.of("s all", 127L, "s RB", 30L, "s RH", 100L, "s RW", 20L));

        // when
        Set<CellKey> shown = pattern(cells);

        // then
        assertTrue(!text(shown).contains("RB"), text(shown));
    }

    @Test
    void nobody_solves_for_a_small_number_in_two_thousand_random_tables() {
        for (int seed = 0; seed < 2_000; seed++) {
            List<TableCell> cells = random(new Random(seed));
            assertEquals(List.of(), leaks(cells, pattern(cells)), "seed " + seed);
        }
    }

    @Test
    void the_attack_finds_the_leaks_of_broken_rules() {
        Map<String, Rule> broken = new TreeMap<>();
        broken.put("primary alone", SuppressionPatternTest::visible);
        broken.put("two a row, whatever the columns", SuppressionPatternTest::twoARow);
        broken.forEach((name, rule) -> {
            int leaks = 0;
            for (int seed = 0; seed < 200; seed++) {
                List<TableCell> cells = random(new Random(seed));
                leaks += leaks(cells, rule.shown(cells)).size();
            }
            assertTrue(leaks > 20, name + " leaked " + leaks);
        });
    }

    @Test
    void shows_most_groups_of_large_schools() {
        int all = 0;
        int shown = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<TableCell> cells = random(new Random(seed));
            all += (int) cells.stream()
                    .filter(cell -> !cell.key().isTotal() && !cell.hidden())
                    .count();
            shown += pattern(cells).size();
        }
        assertTrue(shown > all / 2, shown + " of " + all);
    }

    private static Set<CellKey> visible(List<TableCell> cells) {
        return cells.stream()
                .filter(cell -> !cell.hidden() && !cell.key().isTotal())
                .map(TableCell::key)
                .collect(Collectors.toSet());
    }

    private static Set<CellKey> twoARow(List<TableCell> cells) {
        Set<CellKey> shown = new TreeSet<>(visible(cells));
        for (TableCell small : cells) {
            if (small.hidden() && !small.key().isTotal()) {
                cells.stream()
                        .map(TableCell::key)
                        .filter(key -> shown.contains(key)
                                && key.siteId().equals(small.key().siteId())
                                && Dimensions.of(key.group())
                                        .equals(Dimensions.of(small.key().group())))
                        .findFirst()
                        .ifPresent(shown::remove);
            }
        }
        return shown;
    }

    private static Set<CellKey> pattern(List<TableCell> cells) {
        return SuppressionPattern.shown(cells, Set.of(), DISTRICT, ELEVEN);
    }

    private static String text(Set<CellKey> keys) {
        return new TreeSet<>(keys)
                .stream().map(key -> key.siteId() + " " + key.group()).toList().toString();
    }

    private static List<TableCell> cells(Map<String, Long> people) {
        return new TreeMap<>(people)
                .entrySet().stream()
                        .map(one -> cell(
                                one.getKey().split(" ", -1)[0],
                                one.getKey().split(" ", -1)[1],
                                one.getValue(),
                                one.getValue() / 2))
                        .toList();
    }

    private static TableCell cell(String site, String group, long people, long part) {
        return new TableCell(
                new CellKey(site, group), List.of(BigDecimal.valueOf(people)), BigDecimal.valueOf(part), people < 11);
    }

    /** One to five sites by race, gender and two programmes, with or without the district's own numbers. */
    private static List<TableCell> random(Random random) {
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

    /** Numbers of people that are small and have only one possible value. */
    private static List<String> leaks(List<TableCell> cells, Set<CellKey> shown) {
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

    private static List<CellKey> with(CellKey total, Set<CellKey> keys, java.util.function.Predicate<CellKey> isPart) {
        List<CellKey> sum = new ArrayList<>(List.of(total));
        keys.stream().filter(key -> !key.equals(total) && isPart.test(key)).forEach(sum::add);
        return sum;
    }
}
