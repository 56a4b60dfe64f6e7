package org.inpractice.measurement.feed;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.ReadModels;
import org.inpractice.measurement.feed.FeedCommand.RegisterFeed;
import org.inpractice.measurement.feed.FeedCommand.RetireFeed;
import org.inpractice.measurement.feed.FeedCommand.ReviseFeed;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.stream.Aggregates;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.EventCodec;

/**
 * The data feeds of all districts: decides on commands, keeps the read table and tells the clock what to expect, on the
 * caller's transaction.
 */
@Singleton
@Startup
class Feeds {
    private static final String STREAM_TYPE = "feed";

    private final Aggregates<FeedCommand, Feed, FeedEvent> aggregates;
    private final DistrictRequest request;
    private final MeasureDefinitions definitions;
    private final Clock clock;

    @Inject
    Feeds(
            DistrictStream stream,
            ReadModels readModels,
            DistrictRequest request,
            MeasureDefinitions definitions,
            Clock clock) {
        EventCodec<FeedEvent> codec = new EventCodec<>(FeedEvent.class);
        FeedProjection projection = new FeedProjection();
        this.aggregates = new Aggregates<>(stream, STREAM_TYPE, codec, new FeedDecider(), projection);
        this.request = request;
        this.definitions = definitions;
        this.clock = clock;
        readModels.own("feeds", codec, projection);
    }

    long register(Connection connection, UUID feedId, Append.Cause cause, FeedTerms terms) throws SQLException {
        Map<UUID, PeriodKind> periods = periods(connection, terms);
        Instant now = clock.instant();
        var command = new RegisterFeed(feedId, terms, periods, FeedCalendar.today(now));
        var after = aggregates.handle(connection, request.districtId(), feedId, OptionalLong.empty(), cause, command);
        expect(connection, feedId, after.state().terms(), periods, now);
        return after.version();
    }

    long revise(Connection connection, UUID feedId, OptionalLong seen, Append.Cause cause, FeedTerms terms)
            throws SQLException {
        Map<UUID, PeriodKind> periods = periods(connection, terms);
        Instant now = clock.instant();
        FeedTerms before = aggregates
                .load(connection, request.districtId(), feedId)
                .state()
                .terms();
        var command = new ReviseFeed(feedId, terms, periods, FeedCalendar.today(now));
        var after = aggregates.handle(connection, request.districtId(), feedId, seen, cause, command);
        if (!after.events().isEmpty() && after.state().terms().expectsOtherwise(before)) {
            expect(connection, feedId, after.state().terms(), periods, now);
        }
        return after.version();
    }

    long retire(Connection connection, UUID feedId, OptionalLong seen, Append.Cause cause, String reason)
            throws SQLException {
        var after = aggregates.handle(
                connection, request.districtId(), feedId, seen, cause, new RetireFeed(feedId, reason));
        Expectations.remove(connection, request.districtId(), feedId);
        return after.version();
    }

    /** From the first period on: what was judged before is judged again, and nothing is said anew of it. */
    private void expect(Connection connection, UUID feedId, FeedTerms terms, Map<UUID, PeriodKind> periods, Instant now)
            throws SQLException {
        List<Expectation> expectations = new ArrayList<>();
        for (UUID measureId : terms.measureIds()) {
            FeedCalendar calendar = FeedCalendar.of(terms, periods.get(measureId));
            if (terms.siteIds().isEmpty()) {
                expectations.add(Expectation.look(feedId, measureId, calendar, now));
            }
            for (String siteId : terms.siteIds()) {
                expectations.add(Expectation.of(feedId, measureId, siteId, calendar, terms.since(), now));
            }
        }
        Expectations.remove(connection, request.districtId(), feedId);
        Expectations.put(connection, request.districtId(), expectations);
    }

    private Map<UUID, PeriodKind> periods(Connection connection, FeedTerms terms) throws SQLException {
        Map<UUID, PeriodKind> periods = new HashMap<>();
        definitions
                .find(
                        connection,
                        terms.measureIds().stream()
                                .map(measureId -> new MeasureKey(request.districtId(), measureId))
                                .toList())
                .forEach((key, definition) -> periods.put(key.measureId(), definition.period()));
        return periods;
    }
}
