package org.inpractice.measurement.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuppressionPatternTest {
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
            List<TableCell> cells = RandomTables.of(new Random(seed));
            assertEquals(List.of(), Leaks.of(cells, pattern(cells)), "seed " + seed);
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
                List<TableCell> cells = RandomTables.of(new Random(seed));
                leaks += Leaks.of(cells, rule.shown(cells)).size();
            }
            assertTrue(leaks > 20, name + " leaked " + leaks);
        });
    }

    @Test
    void shows_most_groups_of_large_schools() {
        int all = 0;
        int shown = 0;
        for (int seed = 0; seed < 200; seed++) {
            List<TableCell> cells = RandomTables.of(new Random(seed));
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
        return SuppressionPattern.shown(cells, Set.of(), RandomTables.DISTRICT, RandomTables.ELEVEN);
    }

    private static String text(Set<CellKey> keys) {
        return new TreeSet<>(keys)
                .stream().map(key -> key.siteId() + " " + key.group()).toList().toString();
    }

    private static List<TableCell> cells(Map<String, Long> people) {
        return new TreeMap<>(people)
                .entrySet().stream()
                        .map(one -> RandomTables.cell(
                                one.getKey().split(" ", -1)[0],
                                one.getKey().split(" ", -1)[1],
                                one.getValue(),
                                one.getValue() / 2))
                        .toList();
    }
}
