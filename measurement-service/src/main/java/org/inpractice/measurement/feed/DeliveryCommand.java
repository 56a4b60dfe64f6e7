package org.inpractice.measurement.feed;

import java.time.Instant;

/** What the clock, or an arrival, has to say of a delivery. */
sealed interface DeliveryCommand {
    Delivery.Subject subject();

    /**
     * It had not arrived when it should have.
     *
     * @param lateSince when that was
     */
    record SayLate(Delivery.Subject subject, Instant lateSince) implements DeliveryCommand {}

    /** It has arrived after all. */
    record SayCaughtUp(Delivery.Subject subject, Instant arrivedAt) implements DeliveryCommand {}
}
