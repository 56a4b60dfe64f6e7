package org.inpractice.measurement.feed;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feed.FeedCommand.RegisterFeed;
import org.inpractice.measurement.feed.FeedCommand.RetireFeed;
import org.inpractice.measurement.feed.FeedCommand.ReviseFeed;
import org.inpractice.measurement.feed.FeedEvent.FeedRegistered;
import org.inpractice.measurement.feed.FeedEvent.FeedRetired;
import org.inpractice.measurement.feed.FeedEvent.FeedRevised;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.stream.Refusal;
import org.junit.jupiter.api.Test;

class FeedDeciderTest {
    private static final UUID ID = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c02");
    private static final UUID OTHER = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c03");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate SINCE = LocalDate.of(2025, 8, 1);

    @Test
    void registers_what_was_agreed() {
        specification(new FeedDecider()).when(register(terms())).then(FeedRegistered.of(ID, terms()));
    }

    @Test
    void is_registered_once() {
        specification(new FeedDecider())
                .given(FeedRegistered.of(ID, terms()))
                .when(register(terms()))
                .thenRefused(FeedRule.FEED_ALREADY_REGISTERED);
    }

    @Test
    void expects_only_measures_that_are_defined_and_names_the_one_that_is_not() {
        assertEquals(
                "measureIds[1]",
                refused(of(List.of(MEASURE, OTHER), List.of(), SINCE, List.of()), FeedRule.FEED_MEASURE_UNKNOWN)
                        .field());
    }

    @Test
    void names_each_measure_and_each_site_once() {
        assertEquals(
                "measureIds[1]",
                refused(of(List.of(MEASURE, MEASURE), List.of(), SINCE, List.of()), FeedRule.FEED_NAMES_IT_TWICE)
                        .field());
        assertEquals(
                "siteIds[2]",
                refused(of(List.of(MEASURE), List.of("1", "01", "1"), SINCE, List.of()), FeedRule.FEED_NAMES_IT_TWICE)
                        .field());
    }

    @Test
    void refuses_a_pause_that_ends_before_it_begins_and_takes_one_of_a_day() {
        LocalDate day = LocalDate.of(2025, 12, 24);
        assertEquals(
                "pauses[1].to",
                refused(
                                of(
                                        List.of(MEASURE),
                                        List.of(),
                                        SINCE,
                                        List.of(new Pause(day, day), new Pause(day, day.minusDays(1)))),
                                FeedRule.FEED_PAUSE_ENDS_BEFORE_IT_BEGINS)
                        .field());
    }

    @Test
    void refuses_days_nobody_means() {
        assertEquals(
                "since",
                refused(
                                of(List.of(MEASURE), List.of(), LocalDate.of(25, 8, 1), List.of()),
                                FeedRule.FEED_DAY_OUT_OF_RANGE)
                        .field());
        assertEquals(
                "pauses[0].to",
                refused(
                                of(List.of(MEASURE), List.of(), SINCE, List.of(new Pause(SINCE, LocalDate.MAX))),
                                FeedRule.FEED_DAY_OUT_OF_RANGE)
                        .field());
    }

    @Test
    void refuses_to_flood_the_district_with_what_was_due_long_ago() {
        List<String> sites = java.util.stream.IntStream.range(0, 1000)
                .mapToObj(Integer::toString)
                .toList();
        FeedTerms daily = of(List.of(OTHER), sites, LocalDate.of(2025, 3, 1), List.of());
        Refusal refusal = specification(new FeedDecider())
                .when(new RegisterFeed(ID, daily, Map.of(OTHER, PeriodKind.DAY), TODAY))
                .thenRefused(FeedRule.FEED_ASKS_FOR_TOO_MUCH_AT_ONCE);
        assertEquals("since", refusal.field());
        assertTrue(refusal.getMessage().contains("365,000"), refusal.getMessage());
    }

    @Test
    void expects_what_lies_ahead_without_bound() {
        FeedTerms ahead = of(List.of(MEASURE), List.of(), LocalDate.of(2150, 1, 1), List.of());
        specification(new FeedDecider()).when(register(ahead)).then(FeedRegistered.of(ID, ahead));
    }

    @Test
    void revises_the_terms_whole_and_keeps_the_student_group_that_is_not_sent() {
        FeedTerms later = of(List.of(MEASURE), List.of("0019"), SINCE, List.of());
        specification(new FeedDecider())
                .given(FeedRegistered.of(ID, terms()))
                .when(new ReviseFeed(ID, later.ofGroup(null), periods(), TODAY))
                .then(FeedRevised.of(ID, later));
    }

    @Test
    void says_nothing_when_nothing_changes() {
        specification(new FeedDecider())
                .given(FeedRegistered.of(ID, terms()))
                .when(new ReviseFeed(ID, terms(), periods(), TODAY))
                .thenNothing();
    }

    @Test
    void keeps_its_student_group() {
        assertEquals(
                "studentGroup",
                specification(new FeedDecider())
                        .given(FeedRegistered.of(ID, terms()))
                        .when(new ReviseFeed(ID, terms().ofGroup("foster_youth"), periods(), TODAY))
                        .thenRefused(FeedRule.FEED_STUDENT_GROUP_IS_FIXED)
                        .field());
    }

    @Test
    void is_retired_once_and_revised_no_more() {
        var retired = specification(new FeedDecider())
                .given(FeedRegistered.of(ID, terms()), new FeedRetired(ID, "The survey ended"));
        retired.when(new RetireFeed(ID, "again")).thenNothing();
        retired.when(new ReviseFeed(ID, terms(), periods(), TODAY)).thenRefused(FeedRule.FEED_RETIRED);
    }

    @Test
    void refuses_to_change_or_end_what_was_never_registered() {
        specification(new FeedDecider()).when(new RetireFeed(ID, "no more")).thenRefused(FeedRule.FEED_NOT_REGISTERED);
        specification(new FeedDecider())
                .when(new ReviseFeed(ID, terms(), periods(), TODAY))
                .thenRefused(FeedRule.FEED_NOT_REGISTERED);
    }

    private static Refusal refused(FeedTerms terms, FeedRule rule) {
        return specification(new FeedDecider()).when(register(terms)).thenRefused(rule);
    }

    private static RegisterFeed register(FeedTerms terms) {
        return new RegisterFeed(ID, terms, periods(), TODAY);
    }

    private static Map<UUID, PeriodKind> periods() {
        return Map.of(MEASURE, PeriodKind.MONTH);
    }

    private static FeedTerms terms() {
        return of(List.of(MEASURE), List.of(), SINCE, List.of());
    }

    private static FeedTerms of(List<UUID> measures, List<String> sites, LocalDate since, List<Pause> pauses) {
        return new FeedTerms(
                "Monthly absence", "Student system", null, "Data office", measures, sites, "all", 10, since, pauses);
    }
}
