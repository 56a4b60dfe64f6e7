package org.inpractice.measurement.feed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.inpractice.measurement.feed.Deliveries.Saying;
import org.inpractice.measurement.feed.DeliveryCommand.SayLate;
import org.inpractice.measurement.feed.FeedTable.Known;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.LockedDistricts;

/**
 * Judges what is due in a district. Under the district's lock nobody else judges it, and no observation can arrive unseen;
 * what was late and where the clock has come to are committed together. So whatever replica comes, and however often,
 * each delivery is judged, and said to be late once.
 */
@Singleton
class DueDates {
    /** At most a thousand deliveries a round, so that a district's writers wait for a moment only. */
    private static final int SERIES_AT_ONCE = 50;

    private static final int PERIODS_AT_ONCE = 20;

    @Inject
    DistrictStream stream;

    @Inject
    Deliveries deliveries;

    @Inject
    MeasureDefinitions definitions;

    /**
     * What came of a round.
     *
     * @param events how many deliveries were said to be late
     * @param more whether there may be more to judge
     */
    record Round(int events, boolean more) {}

    /** One round of a district, on the caller's transaction. */
    Round judge(Connection connection, String districtId, Instant now) throws SQLException {
        LockedDistricts district = stream.lock(connection, List.of(districtId));
        List<Expectation> due = Expectations.due(connection, districtId, now, SERIES_AT_ONCE);
        Judgement judgement = new Judgement(connection, districtId, now);
        for (Expectation expectation : due) {
            judgement.add(expectation);
        }
        Set<DeliveryKey> inTime = Arrivals.inTime(connection, judgement.candidates);
        List<Saying> late = judgement.candidates.stream()
                .filter(candidate -> !inTime.contains(candidate.subject().key()))
                .map(candidate ->
                        new Saying(candidate, new Append.Cause(stream.source(), candidate.lateSince(), null, null)))
                .toList();
        int events = deliveries.say(connection, district, late);
        if (events > 0) {
            Watch.begin(connection, districtId);
        }
        Expectations.put(connection, districtId, judgement.moved.values());
        return new Round(events, !due.isEmpty());
    }

    /** What is read and gathered in one round. */
    private final class Judgement {
        private final Connection connection;
        private final String districtId;
        private final Instant now;
        private final Map<UUID, Optional<Known>> feeds = new HashMap<>();
        private final List<SayLate> candidates = new ArrayList<>();
        private final Map<Expectation.Key, Expectation> moved = new HashMap<>();

        Judgement(Connection connection, String districtId, Instant now) {
            this.connection = connection;
            this.districtId = districtId;
            this.now = now;
        }

        void add(Expectation expectation) throws SQLException {
            Optional<Known> feed = feed(expectation.feedId());
            if (feed.isEmpty() || feed.get().retired()) {
                Expectations.remove(connection, districtId, expectation.feedId());
                return;
            }
            FeedTerms terms = feed.get().terms();
            MeasureKey measure = new MeasureKey(districtId, expectation.measureId());
            FeedCalendar calendar = FeedCalendar.of(
                    terms,
                    definitions.find(connection, List.of(measure)).get(measure).period());
            if (expectation.looksForSites()) {
                look(expectation, terms, calendar);
            } else {
                judge(expectation, terms, calendar);
            }
        }

        /** Periods of one site, as far as they are due. */
        private void judge(Expectation expectation, FeedTerms terms, FeedCalendar calendar) {
            Expectation at = expectation;
            for (int i = 0; i < PERIODS_AT_ONCE && !at.dueAt().isAfter(now); i++) {
                ReportingPeriod period = ReportingPeriod.starting(calendar.kind(), at.next());
                DeliveryKey key = new DeliveryKey(districtId, at.feedId(), at.measureId(), at.siteId(), period.start());
                Delivery.Subject subject = new Delivery.Subject(
                        key, terms.studentGroup(), period.text(), period.end(), calendar.dueOn(period.end()));
                candidates.add(new SayLate(subject, at.lateSince()));
                at = at.movedOn(calendar);
            }
            // Unless older periods have come to be known in this round: then it starts again there.
            moved.putIfAbsent(at.key(), at);
        }

        /**
         * Expects something of the sites that are new, or of which older periods have come to be known, and looks again when
         * the next period is due: before that nothing of theirs can be late but what lies behind.
         */
        private void look(Expectation expectation, FeedTerms terms, FeedCalendar calendar) throws SQLException {
            Map<String, LocalDate> expected =
                    Expectations.firstBySite(connection, districtId, expectation.feedId(), expectation.measureId());
            Arrivals.firstBySite(connection, districtId, expectation.measureId(), terms.studentGroup())
                    .forEach((siteId, told) -> {
                        Expectation found = Expectation.of(
                                expectation.feedId(), expectation.measureId(), siteId, calendar, told, now);
                        LocalDate before = expected.get(siteId);
                        if (before == null || found.first().isBefore(before)) {
                            moved.put(found.key(), found);
                        }
                    });
            Expectation next = expectation.dueWhenLate(calendar);
            while (!next.dueAt().isAfter(now)) {
                next = next.movedOn(calendar);
            }
            moved.put(next.key(), next);
        }

        private Optional<Known> feed(UUID feedId) throws SQLException {
            Optional<Known> feed = feeds.get(feedId);
            if (feed == null) {
                feed = FeedTable.one(connection, districtId, feedId);
                feeds.put(feedId, feed);
            }
            return feed;
        }
    }
}
