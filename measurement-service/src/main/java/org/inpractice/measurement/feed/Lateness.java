package org.inpractice.measurement.feed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.api.Cursor;
import org.inpractice.api.Page;
import org.inpractice.measurement.feed.DeliveryTable.After;
import org.inpractice.measurement.feed.DeliveryTable.Late;
import org.inpractice.measurement.feed.FeedTable.Known;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.measure.PeriodKind;

/**
 * What a feed has not delivered: what was said to be late, has not arrived, and is late by the terms of today too.
 */
@Singleton
class Lateness {
    private static final int CHUNK = 500;

    @Inject
    MeasureDefinitions definitions;

    @Inject
    Clock clock;

    /**
     * One late delivery.
     *
     * @param dueOn the last day on which it was in time
     * @param lateSince since when it is late; when the feed was registered or revised, if it was due before
     * @param days how many days after the due day we are
     */
    @Schema(name = "LateDelivery")
    record LateView(
            UUID measureId,
            @Schema(examples = "19647330112536") String siteId,
            @Schema(examples = "all") String studentGroup,
            @Schema(examples = "2025-09") String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate dueOn,
            Instant lateSince,
            @Schema(examples = "12") long days) {}

    /** A page, the longest late first. */
    Page<LateView> page(Connection connection, String districtId, Known feed, After after, int limit)
            throws SQLException {
        if (feed.retired()) {
            return new Page<>(List.of(), null);
        }
        LocalDate today = FeedCalendar.today(clock.instant());
        List<LateView> found = new ArrayList<>();
        After last = after;
        boolean more = true;
        while (more && found.size() <= limit) {
            List<Late> chunk = DeliveryTable.late(connection, districtId, feed.feedId(), last, CHUNK);
            more = chunk.size() == CHUNK;
            for (Late late : chunk) {
                last = after(late);
                if (isStillLate(connection, feed.terms(), late, today)) {
                    found.add(view(late, today));
                }
            }
        }
        List<LateView> rows = found.size() > limit ? found.subList(0, limit + 1) : found;
        return Page.of(
                rows,
                limit,
                seen -> Cursor.of(
                        seen.dueOn().toString(),
                        seen.measureId().toString(),
                        seen.siteId(),
                        seen.periodStart().toString()));
    }

    /** Where a page goes on. */
    static After after(String cursor) {
        List<String> keys = Cursor.keys(cursor, 4);
        if (keys.isEmpty()) {
            return After.NOTHING;
        }
        try {
            return new After(
                    LocalDate.parse(keys.get(0)),
                    UUID.fromString(keys.get(1)),
                    keys.get(2),
                    LocalDate.parse(keys.get(3)));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }

    /** The terms may have changed since it was said to be late. */
    private boolean isStillLate(Connection connection, FeedTerms terms, Late late, LocalDate today)
            throws SQLException {
        DeliveryKey key = late.subject().key();
        if (!terms.delivers(key.measureId(), key.siteId())) {
            return false;
        }
        MeasureKey measure = new MeasureKey(key.districtId(), key.measureId());
        PeriodKind period =
                definitions.find(connection, List.of(measure)).get(measure).period();
        FeedCalendar calendar = FeedCalendar.of(terms, period);
        LocalDate end = late.subject().periodEnd();
        return calendar.expects(key.periodStart(), end) && calendar.dueOn(end).isBefore(today);
    }

    private static After after(Late late) {
        DeliveryKey key = late.subject().key();
        return new After(late.subject().dueOn(), key.measureId(), key.siteId(), key.periodStart());
    }

    private static LateView view(Late late, LocalDate today) {
        Delivery.Subject subject = late.subject();
        return new LateView(
                subject.key().measureId(),
                subject.key().siteId(),
                subject.studentGroup(),
                subject.period(),
                subject.key().periodStart(),
                subject.periodEnd(),
                subject.dueOn(),
                late.lateSince(),
                ChronoUnit.DAYS.between(subject.dueOn(), today));
    }
}
