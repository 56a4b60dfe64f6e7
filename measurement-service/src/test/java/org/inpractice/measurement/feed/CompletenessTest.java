package org.inpractice.measurement.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.inpractice.measurement.feed.Completeness.ExpectedPeriod;
import org.inpractice.measurement.feed.Completeness.OfPeriod;
import org.inpractice.measurement.feed.Completeness.OfSite;
import org.inpractice.measurement.feed.Completeness.PeriodState;
import org.inpractice.measurement.feed.Completeness.Told;
import org.inpractice.measurement.feed.FeedTable.Known;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ObservationStatus;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final UUID FEED = new UUID(0, 1);
    private static final UUID OTHER_FEED = new UUID(0, 2);
    private static final UUID MEASURE = new UUID(0, 3);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 1);

    /** By hand: November was due on December 20, December is until January 20; lags of 9 and 4 days. */
    @Test
    void counts_what_became_of_each_period_and_how_long_it_took() {
        // given
        ExpectedPeriods expected = new ExpectedPeriods(PeriodKind.MONTH, List.of(feed(FEED, List.of(), SEPTEMBER, 20)));
        Map<String, Told> told = Map.of(
                "2025-09", told(ObservationStatus.REPORTED, "2025-10-09T20:00:00Z"),
                "2025-10", told(ObservationStatus.SUPPRESSED, "2025-11-04T20:00:00Z"));

        // when
        OfSite site = of(expected, "0019", SEPTEMBER, told, List.of(FEED));

        // then
        assertEquals(new OfSite("0019", 4, 1, 1, 0, 2, 1, 0.5, 6.5, 9L, List.of(FEED)), site);
    }

    @Test
    void takes_not_reported_for_complete_and_an_arrival_before_the_end_for_negative() {
        ExpectedPeriods expected = new ExpectedPeriods(PeriodKind.MONTH, List.of(feed(FEED, List.of(), SEPTEMBER, 0)));
        OfSite site = of(
                expected,
                "0019",
                LocalDate.of(2025, 12, 1),
                Map.of("2025-12", told(ObservationStatus.NOT_REPORTED, "2025-12-29T20:00:00Z")),
                List.of(FEED));
        assertEquals(new OfSite("0019", 1, 0, 0, 1, 0, 0, 1.0, -2.0, -2L, List.of(FEED)), site);
    }

    @Test
    void expects_nothing_of_a_site_of_which_nothing_is_known_unless_a_feed_names_it() {
        ExpectedPeriods open = new ExpectedPeriods(PeriodKind.MONTH, List.of(feed(FEED, List.of(), SEPTEMBER, 10)));
        assertEquals(
                new OfSite("0020", 0, 0, 0, 0, 0, 0, null, null, null, List.of(FEED)),
                of(open, "0020", null, Map.of(), List.of(FEED)));
        ExpectedPeriods named =
                new ExpectedPeriods(PeriodKind.MONTH, List.of(feed(FEED, List.of("0020"), SEPTEMBER, 10)));
        OfSite missing = of(named, "0020", null, Map.of(), List.of(FEED));
        assertEquals(4, missing.missing());
        assertEquals(4, missing.late());
        assertEquals(0.0, missing.shareComplete());
    }

    @Test
    void expects_every_period_since_the_first_where_no_feed_delivers_and_calls_none_late() {
        ExpectedPeriods none = new ExpectedPeriods(PeriodKind.MONTH, List.of());
        OfSite site = of(
                none,
                "0019",
                LocalDate.of(2025, 10, 1),
                Map.of("2025-10", told(ObservationStatus.REPORTED, "2025-11-01T20:00:00Z")),
                List.of());
        assertEquals(3, site.expected());
        assertEquals(2, site.missing());
        assertNull(site.late());
    }

    @Test
    void takes_the_earliest_due_day_of_several_feeds() {
        ExpectedPeriods two = new ExpectedPeriods(
                PeriodKind.MONTH,
                List.of(
                        feed(FEED, List.of("0019"), SEPTEMBER, 40),
                        feed(OTHER_FEED, List.of(), LocalDate.of(2025, 12, 1), 5)));
        List<LocalDate> due = two.of("0019", SEPTEMBER, months()).stream()
                .map(ExpectedPeriod::dueOn)
                .toList();
        assertEquals(
                List.of(
                        LocalDate.of(2025, 11, 9),
                        LocalDate.of(2025, 12, 10),
                        LocalDate.of(2026, 1, 9),
                        LocalDate.of(2026, 1, 5)),
                due);
        assertEquals(List.of(FEED, OTHER_FEED), two.feedIds("0019"));
        assertEquals(List.of(OTHER_FEED), two.feedIds("0020"));
    }

    @Test
    void is_missing_as_long_as_it_is_in_time_and_late_the_day_after() {
        ExpectedPeriod december = new ExpectedPeriod(
                ReportingPeriod.starting(PeriodKind.MONTH, LocalDate.of(2025, 12, 1)), LocalDate.of(2026, 1, 10));
        assertEquals(
                PeriodState.MISSING,
                OfPeriod.of(december, null, LocalDate.of(2026, 1, 10)).state());
        assertEquals(
                PeriodState.LATE,
                OfPeriod.of(december, null, LocalDate.of(2026, 1, 11)).state());
    }

    private static OfSite of(
            ExpectedPeriods expected, String siteId, LocalDate firstTold, Map<String, Told> told, List<UUID> feeds) {
        List<OfPeriod> periods = new ArrayList<>();
        for (ExpectedPeriod each : expected.of(siteId, firstTold, months())) {
            periods.add(OfPeriod.of(each, told.get(each.period().text()), TODAY));
        }
        return OfSite.of(siteId, periods, feeds);
    }

    private static List<ReportingPeriod> months() {
        return List.of(9, 10, 11, 12).stream()
                .map(month -> ReportingPeriod.starting(PeriodKind.MONTH, LocalDate.of(2025, month, 1)))
                .toList();
    }

    private static Told told(ObservationStatus status, String firstTold) {
        return new Told(status, Instant.parse(firstTold));
    }

    private static Known feed(UUID feedId, List<String> sites, LocalDate since, int graceDays) {
        FeedTerms terms = new FeedTerms(
                "Feed", "System", null, "Office", List.of(MEASURE), sites, "all", graceDays, since, List.of());
        return new Known(feedId, 1, Instant.EPOCH, Instant.EPOCH, false, terms);
    }
}
