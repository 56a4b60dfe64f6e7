package org.inpractice.measurement.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.stream.EventType;

/** What can have happened to a delivery of a data feed: each at most once. */
public sealed interface DeliveryEvent {
    /** Its feed. */
    UUID feedId();

    /** Its measure. */
    UUID measureId();

    /** Its site. */
    String siteId();

    /** The first day of its period. */
    LocalDate periodStart();

    /** A period was due and had not arrived. */
    @EventType(name = "improvement.feed.late")
    record FeedLate(
            UUID feedId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate dueOn,
            Instant lateSince)
            implements DeliveryEvent {}

    /** A late period has arrived. */
    @EventType(name = "improvement.feed.caught-up")
    record FeedCaughtUp(
            UUID feedId,
            UUID measureId,
            String siteId,
            String studentGroup,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate dueOn,
            Instant arrivedAt,
            long daysLate)
            implements DeliveryEvent {}
}
