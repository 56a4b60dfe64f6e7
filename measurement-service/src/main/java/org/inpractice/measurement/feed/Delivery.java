package org.inpractice.measurement.feed;

import java.time.LocalDate;
import java.util.UUID;

/** How far a delivery has come, as far as its rules need it. */
enum Delivery {
    /** Nothing has been said of it: it is not due, or was in time. */
    EXPECTED,
    /** It was said to be late. */
    LATE,
    /** It was said to have arrived after it was late. */
    CAUGHT_UP;

    /** What is delivered, and until when. */
    record Subject(DeliveryKey key, String studentGroup, String period, LocalDate periodEnd, LocalDate dueOn) {
        UUID id() {
            return key.deliveryId();
        }
    }
}
