package org.inpractice.measurement.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.measurement.observation.ReportingPeriod;

/**
 * Which period of a feed, measure and site the clock judges next.
 *
 * @param siteId {@link #SITES_TOLD_OF} when sites are to be looked for
 * @param first the first day of the first expected period
 * @param next the first day of the period to be judged next
 * @param dueAt when that is late
 * @param knownAt since when we know that it is expected: what was late before is judged as of this instant, so that
 *     what was there already when a feed was registered was never late
 */
record Expectation(
        UUID feedId, UUID measureId, String siteId, LocalDate first, LocalDate next, Instant dueAt, Instant knownAt) {
    /** In place of a site: look for sites of which the measure has been told. */
    static final String SITES_TOLD_OF = "";

    /** What makes two expectations of a district the same one. */
    record Key(UUID feedId, UUID measureId, String siteId) {}

    Key key() {
        return new Key(feedId, measureId, siteId);
    }

    /** Of a site, from a first period on. */
    static Expectation of(
            UUID feedId, UUID measureId, String siteId, FeedCalendar calendar, LocalDate from, Instant now) {
        ReportingPeriod first = calendar.firstExpected(from);
        return new Expectation(feedId, measureId, siteId, first.start(), first.start(), calendar.lateFrom(first), now);
    }

    /** A look for sites, at once. */
    static Expectation look(UUID feedId, UUID measureId, FeedCalendar calendar, Instant now) {
        LocalDate first = calendar.firstExpected(calendar.since()).start();
        return new Expectation(feedId, measureId, SITES_TOLD_OF, first, first, now, now);
    }

    boolean looksForSites() {
        return siteId.equals(SITES_TOLD_OF);
    }

    /** When the period to be judged next was, or will be, late for us. */
    Instant lateSince() {
        return dueAt.isBefore(knownAt) ? knownAt : dueAt;
    }

    /** The same, with the next expected period. */
    Expectation movedOn(FeedCalendar calendar) {
        ReportingPeriod period = calendar.after(ReportingPeriod.starting(calendar.kind(), next));
        return new Expectation(feedId, measureId, siteId, first, period.start(), dueAt, knownAt).dueWhenLate(calendar);
    }

    /** The same, due when its next period is late. */
    Expectation dueWhenLate(FeedCalendar calendar) {
        Instant late = calendar.lateFrom(ReportingPeriod.starting(calendar.kind(), next));
        return new Expectation(feedId, measureId, siteId, first, next, late, knownAt);
    }
}
