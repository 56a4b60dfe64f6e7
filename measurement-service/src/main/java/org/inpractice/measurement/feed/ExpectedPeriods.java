package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.inpractice.measurement.feed.Completeness.ExpectedPeriod;
import org.inpractice.measurement.feed.FeedTable.Known;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.ReportingPeriod;

/**
 * Which ended periods of a measure were expected of a site: what any of its feeds expects; without a feed, every one since
 * the first that was told of. Pure.
 *
 * @param feeds those that deliver the measure
 */
record ExpectedPeriods(PeriodKind kind, List<Known> feeds) {
    /** The feeds that deliver for a site. */
    List<UUID> feedIds(String siteId) {
        return feeds.stream()
                .filter(feed -> names(feed.terms(), siteId))
                .map(Known::feedId)
                .toList();
    }

    /** The sites that a feed names. */
    List<String> namedSites() {
        return feeds.stream()
                .flatMap(feed -> feed.terms().siteIds().stream())
                .distinct()
                .toList();
    }

    /**
     * The first day from which something may be expected of a site.
     *
     * @param firstTold the first day of the first period told of; null when there is none
     * @return null when nothing is expected
     */
    LocalDate from(String siteId, LocalDate firstTold) {
        LocalDate from = null;
        for (Known feed : feeds) {
            LocalDate first = from(feed.terms(), siteId, firstTold);
            if (first != null && (from == null || first.isBefore(from))) {
                from = first;
            }
        }
        return feedIds(siteId).isEmpty() ? firstTold : from;
    }

    /** Of some periods those that were expected. */
    List<ExpectedPeriod> of(String siteId, LocalDate firstTold, List<ReportingPeriod> periods) {
        List<ExpectedPeriod> expected = new ArrayList<>();
        boolean byCalendar = feedIds(siteId).isEmpty();
        for (ReportingPeriod period : periods) {
            if (byCalendar) {
                if (firstTold != null && !period.start().isBefore(firstTold)) {
                    expected.add(new ExpectedPeriod(period, null));
                }
            } else {
                LocalDate due = dueOn(siteId, firstTold, period);
                if (due != null) {
                    expected.add(new ExpectedPeriod(period, due));
                }
            }
        }
        return expected;
    }

    /** The earliest due day that a feed gives a period; null when none expects it. */
    private LocalDate dueOn(String siteId, LocalDate firstTold, ReportingPeriod period) {
        LocalDate due = null;
        for (Known feed : feeds) {
            LocalDate from = from(feed.terms(), siteId, firstTold);
            FeedCalendar calendar = FeedCalendar.of(feed.terms(), kind);
            if (from != null && !period.start().isBefore(from) && calendar.expects(period.start(), period.end())) {
                LocalDate dueOn = calendar.dueOn(period.end());
                due = due == null || dueOn.isBefore(due) ? dueOn : due;
            }
        }
        return due;
    }

    private static LocalDate from(FeedTerms terms, String siteId, LocalDate firstTold) {
        if (!names(terms, siteId)) {
            return null;
        }
        if (!terms.siteIds().isEmpty()) {
            return terms.since();
        }
        return firstTold == null || firstTold.isAfter(terms.since()) ? firstTold : terms.since();
    }

    private static boolean names(FeedTerms terms, String siteId) {
        return terms.siteIds().isEmpty() || terms.siteIds().contains(siteId);
    }
}
