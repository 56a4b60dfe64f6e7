package org.inpractice.learning.followed;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.inpractice.learning.followed.FollowedEvent.ObservationCorrected;
import org.inpractice.learning.followed.FollowedEvent.ObservationRecorded;
import org.inpractice.learning.followed.FollowedEvent.ObservationWithdrawn;
import org.inpractice.learning.followed.FollowedEvent.OfObservation;
import org.inpractice.stream.RecordedEvent;

/**
 * What the topic told last of a data point.
 *
 * @param everNumbered whether this or an earlier event of the same batch told a number: then it has a row, whatever came
 *     after, so that the rows are the same however the events were batched
 */
record DataPoint(
        RecordedEvent envelope,
        OfObservation event,
        Key key,
        BigDecimal value,
        BigDecimal numerator,
        BigDecimal denominator,
        boolean everNumbered) {

    /** Which series, and where in it. */
    record Key(java.util.UUID measureId, String siteId, String studentGroup, String period, LocalDate periodStart) {}

    static DataPoint of(RecordedEvent envelope, OfObservation observation) {
        return switch (observation) {
            case ObservationRecorded told ->
                of(
                        envelope,
                        told,
                        new Key(
                                told.measureId(),
                                told.siteId(),
                                told.studentGroup(),
                                told.period(),
                                told.periodStart()),
                        told.status(),
                        told.value() == null ? told.count() : told.value(),
                        told.numerator(),
                        told.denominator());
            case ObservationCorrected told ->
                of(
                        envelope,
                        told,
                        new Key(
                                told.measureId(),
                                told.siteId(),
                                told.studentGroup(),
                                told.period(),
                                told.periodStart()),
                        told.status(),
                        told.value() == null ? told.count() : told.value(),
                        told.numerator(),
                        told.denominator());
            case ObservationWithdrawn told ->
                of(
                        envelope,
                        told,
                        new Key(
                                told.measureId(),
                                told.siteId(),
                                told.studentGroup(),
                                told.period(),
                                told.periodStart()),
                        "withdrawn",
                        null,
                        null,
                        null);
        };
    }

    /** Numbers count only where they are reported: a suppressed one is never looked at, should one ever be sent. */
    private static DataPoint of(
            RecordedEvent envelope,
            OfObservation event,
            Key key,
            String status,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator) {
        boolean rate = numerator != null && denominator != null && denominator.signum() > 0;
        boolean numbered = "reported".equals(status) && (value != null || rate);
        return new DataPoint(
                envelope,
                event,
                key,
                numbered ? value : null,
                numbered && rate ? numerator : null,
                numbered && rate ? denominator : null,
                numbered);
    }

    boolean numbered() {
        return value != null || numerator != null;
    }

    DataPoint followedBy(DataPoint later) {
        return new DataPoint(
                later.envelope,
                later.event,
                later.key,
                later.value,
                later.numerator,
                later.denominator,
                everNumbered || later.everNumbered);
    }
}
