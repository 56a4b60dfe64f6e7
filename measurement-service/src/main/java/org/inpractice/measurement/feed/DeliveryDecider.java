package org.inpractice.measurement.feed;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.inpractice.measurement.feed.DeliveryCommand.SayCaughtUp;
import org.inpractice.measurement.feed.DeliveryCommand.SayLate;
import org.inpractice.measurement.feed.DeliveryEvent.FeedCaughtUp;
import org.inpractice.measurement.feed.DeliveryEvent.FeedLate;
import org.inpractice.stream.Decider;

/**
 * The rules of a delivery: it is late once, and caught up once after it was late. Said again, nothing happens, so it may
 * be judged as often as anybody likes.
 */
final class DeliveryDecider implements Decider<DeliveryCommand, Delivery, DeliveryEvent> {
    @Override
    public Delivery initialState() {
        return Delivery.EXPECTED;
    }

    @Override
    public List<DeliveryEvent> decide(DeliveryCommand command, Delivery delivery) {
        return switch (command) {
            case SayLate late -> delivery == Delivery.EXPECTED ? List.of(late(late)) : List.of();
            case SayCaughtUp caughtUp -> delivery == Delivery.LATE ? List.of(caughtUp(caughtUp)) : List.of();
        };
    }

    private static FeedLate late(SayLate late) {
        Delivery.Subject subject = late.subject();
        return new FeedLate(
                subject.key().feedId(),
                subject.key().measureId(),
                subject.key().siteId(),
                subject.studentGroup(),
                subject.period(),
                subject.key().periodStart(),
                subject.periodEnd(),
                subject.dueOn(),
                late.lateSince());
    }

    private static FeedCaughtUp caughtUp(SayCaughtUp caughtUp) {
        Delivery.Subject subject = caughtUp.subject();
        return new FeedCaughtUp(
                subject.key().feedId(),
                subject.key().measureId(),
                subject.key().siteId(),
                subject.studentGroup(),
                subject.period(),
                subject.key().periodStart(),
                subject.periodEnd(),
                subject.dueOn(),
                caughtUp.arrivedAt(),
                ChronoUnit.DAYS.between(subject.dueOn(), FeedCalendar.today(caughtUp.arrivedAt())));
    }

    @Override
    public Delivery evolve(Delivery delivery, DeliveryEvent event) {
        return switch (event) {
            case FeedLate late -> Delivery.LATE;
            case FeedCaughtUp caughtUp -> Delivery.CAUGHT_UP;
        };
    }
}
