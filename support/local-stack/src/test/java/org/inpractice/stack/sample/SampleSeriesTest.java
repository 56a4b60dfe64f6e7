package org.inpractice.stack.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inpractice.stack.sample.SampleSeries.Observation;
import org.junit.jupiter.api.Test;

class SampleSeriesTest {
    private static final String START = "2024-09";
    private static final int SHIFT = 6;
    private static final int TREND = 5;

    @Test
    void the_successful_cycle_has_a_shift_below_its_baseline_median() {
        // given
        double[] before = rates("alder", period -> period.compareTo(START) < 0);
        double[] after = rates("alder", period -> period.compareTo(START) >= 0);
        // when
        double median = median(before);
        // then
        assertTrue(before.length >= 10);
        assertTrue(longestRun(after, rate -> rate < median) >= SHIFT);
    }

    @Test
    void the_failed_cycle_has_a_shift_above_its_baseline_median() {
        // given
        double[] before = rates("cedar", period -> period.compareTo(START) < 0);
        double[] after = rates("cedar", period -> period.compareTo(START) >= 0);
        // when
        double median = median(before);
        // then
        assertTrue(before.length >= 10);
        assertTrue(longestRun(after, rate -> rate > median) >= SHIFT);
    }

    @Test
    void the_successful_cycle_harms_nothing() {
        // given
        double[] before = hours("alder", period -> period.compareTo(START) < 0);
        double[] after = hours("alder", period -> period.compareTo(START) > 0);
        // when
        double median = median(before);
        // then
        assertFalse(moves(before, median));
        assertTrue(longestRun(after, hours -> hours > median) < SHIFT);
        assertTrue(longestRise(after) < TREND);
    }

    @Test
    void the_harmful_cycle_improves_its_outcome_and_costs_hours() {
        // given
        double[] before = rates("birch", period -> period.compareTo(START) < 0);
        double[] after = rates("birch", period -> period.compareTo(START) > 0);
        double[] hoursBefore = hours("birch", period -> period.compareTo(START) < 0);
        double[] hoursAfter = hours("birch", period -> period.compareTo(START) > 0);
        // when
        double median = median(before);
        double hours = median(hoursBefore);
        // then
        assertFalse(moves(before, median));
        assertFalse(moves(hoursBefore, hours));
        assertTrue(longestRun(after, rate -> rate < median) >= SHIFT);
        assertTrue(longestRun(hoursAfter, spent -> spent > hours) >= SHIFT);
    }

    @Test
    void the_unsteady_cycle_began_while_its_outcome_was_falling() {
        // given
        double[] before = rates("dogwood", period -> period.compareTo(START) < 0);
        // then
        assertTrue(before.length >= 10);
        assertTrue(moves(before, median(before)));
    }

    @Test
    void the_numbers_are_the_same_in_every_run() {
        assertEquals(SampleSeries.of("calls-home"), SampleSeries.of("calls-home"));
        assertEquals(
                List.of("alder", "all", "2023-W33"),
                List.of(
                        SampleSeries.of("calls-home").getFirst().site(),
                        SampleSeries.of("calls-home").getFirst().studentGroup(),
                        SampleSeries.of("calls-home").getFirst().period()));
    }

    @Test
    void every_series_fits_into_one_array_and_names_each_data_point_once() {
        for (String measure : List.of("chronic-absenteeism", "calls-home", "call-hours")) {
            // when
            List<Observation> observations = SampleSeries.of(measure);
            // then
            Set<String> keys = new HashSet<>();
            observations.forEach(o -> keys.add(o.site() + "/" + o.studentGroup() + "/" + o.period()));
            assertEquals(observations.size(), keys.size());
            assertTrue(observations.size() <= 1_000);
        }
    }

    @Test
    void shows_a_group_too_small_to_publish_a_month_held_back_and_a_month_not_reported() {
        // given
        List<Observation> observations = SampleSeries.of("chronic-absenteeism");
        // then
        assertTrue(observations.stream().anyMatch(o -> o.denominator() != null && o.denominator() < 11));
        assertTrue(observations.stream().anyMatch(o -> o.status().equals("suppressed")));
        assertTrue(observations.stream().anyMatch(o -> o.status().equals("not_reported")));
        assertTrue(observations.stream()
                .filter(o -> !o.status().equals("reported"))
                .allMatch(o -> o.numerator() == null && o.denominator() == null));
    }

    @Test
    void every_name_in_the_story_is_told_before_it_is_used() {
        // given
        Story story = Story.read();
        Set<String> told = new HashSet<>(Set.of("alder", "birch", "cedar", "dogwood"));
        Pattern place = Pattern.compile("\\{([a-z0-9-]+)[/}]");
        // then
        for (JsonNode step : story.steps()) {
            Matcher used = place.matcher(step.toString());
            while (used.find()) {
                assertTrue(told.contains(used.group(1)), used.group(1) + " in " + step.get("as"));
            }
            assertTrue(told.add(step.get("as").asText()));
        }
        assertEquals(SampleDistrict.ID, story.district());
    }

    @Test
    void every_site_is_a_school_of_the_district() {
        Story story = Story.read();
        for (String school : List.of("alder", "birch", "cedar", "dogwood")) {
            assertTrue(story.id(school).matches(SampleDistrict.ID + "\\d{7}"));
        }
    }

    private static double[] rates(String site, Predicate<String> periods) {
        return SampleSeries.of("chronic-absenteeism").stream()
                .filter(o -> o.site().equals(site) && o.studentGroup().equals("all"))
                .filter(o -> periods.test(o.period()) && o.numerator() != null)
                .mapToDouble(o -> (double) o.numerator() / o.denominator())
                .toArray();
    }

    private static double[] hours(String site, Predicate<String> periods) {
        return SampleSeries.of("call-hours").stream()
                .filter(o -> o.site().equals(site) && periods.test(o.period()))
                .mapToDouble(o -> o.value().doubleValue())
                .toArray();
    }

    private static boolean moves(double[] values, double median) {
        double[] turned = Arrays.stream(values).map(value -> -value).toArray();
        return longestRun(values, value -> value < median) >= SHIFT
                || longestRun(values, value -> value > median) >= SHIFT
                || longestRise(values) >= TREND
                || longestRise(turned) >= TREND;
    }

    private static int longestRise(double[] values) {
        int longest = 1;
        int run = 1;
        for (int i = 1; i < values.length; i++) {
            run = values[i] > values[i - 1] ? run + 1 : values[i] < values[i - 1] ? 1 : run;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length % 2 == 1
                ? sorted[sorted.length / 2]
                : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    private static int longestRun(double[] values, DoublePredicate inside) {
        int longest = 0;
        int run = 0;
        for (double value : values) {
            run = inside.test(value) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
