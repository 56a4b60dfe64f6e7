package org.inpractice.measurement.feed;

import static org.inpractice.stream.DeciderSpecification.specification;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.inpractice.measurement.feed.DeliveryCommand.SayCaughtUp;
import org.inpractice.measurement.feed.DeliveryCommand.SayLate;
import org.inpractice.measurement.feed.DeliveryEvent.FeedCaughtUp;
import org.inpractice.measurement.feed.DeliveryEvent.FeedLate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryDeciderTest {
    private static final UUID FEED = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c01");
    private static final UUID MEASURE = UUID.fromString("0198c2f4-3a10-7c51-9d02-6f1f6a3b1c02");
    private static final LocalDate START = LocalDate.of(2025, 9, 1);
    private static final LocalDate END = LocalDate.of(2025, 9, 30);
    private static final LocalDate DUE = LocalDate.of(2025, 10, 10);
    private static final Instant LATE = Instant.parse("2025-10-11T12:00:00Z");

    @Test
    void is_late_once() {
        specification(new DeliveryDecider()).when(new SayLate(subject(), LATE)).then(late());
        specification(new DeliveryDecider())
                .given(late())
                .when(new SayLate(subject(), LATE.plusSeconds(60)))
                .thenNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-11T12:00:01Z, 1",
        "2025-10-12T11:59:59Z, 1",
        "2025-10-12T12:00:00Z, 2",
        "2025-11-10T12:00:00Z, 31"
    })
    void catches_up_once_and_counts_the_days_as_the_last_calendar_on_earth_does(Instant arrivedAt, long days) {
        specification(new DeliveryDecider())
                .given(late())
                .when(new SayCaughtUp(subject(), arrivedAt))
                .then(caughtUp(arrivedAt, days));
        specification(new DeliveryDecider())
                .given(late(), caughtUp(arrivedAt, days))
                .when(new SayCaughtUp(subject(), arrivedAt.plusSeconds(60)))
                .thenNothing();
    }

    @Test
    void has_nothing_to_catch_up_with_when_it_was_in_time() {
        specification(new DeliveryDecider())
                .when(new SayCaughtUp(subject(), LATE))
                .thenNothing();
    }

    @Test
    void is_not_late_again_after_it_has_caught_up() {
        specification(new DeliveryDecider())
                .given(late(), caughtUp(LATE.plusSeconds(1), 1))
                .when(new SayLate(subject(), LATE.plusSeconds(2)))
                .thenNothing();
    }

    @Test
    void has_an_id_of_its_own_that_everybody_finds() {
        DeliveryKey key = subject().key();
        assertEquals(key.deliveryId(), subject().id());
        assertEquals(5, key.deliveryId().version());
        assertNotEquals(key.deliveryId(), new DeliveryKey("1", FEED, MEASURE, "0020", START).deliveryId());
        assertNotEquals(key.deliveryId(), new DeliveryKey("2", FEED, MEASURE, "0019", START).deliveryId());
    }

    private static Delivery.Subject subject() {
        return new Delivery.Subject(new DeliveryKey("1", FEED, MEASURE, "0019", START), "all", "2025-09", END, DUE);
    }

    private static FeedLate late() {
        return new FeedLate(FEED, MEASURE, "0019", "all", "2025-09", START, END, DUE, LATE);
    }

    private static FeedCaughtUp caughtUp(Instant arrivedAt, long days) {
        return new FeedCaughtUp(FEED, MEASURE, "0019", "all", "2025-09", START, END, DUE, arrivedAt, days);
    }
}
