package org.inpractice.measurement.feed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.inpractice.api.NotFound;
import org.inpractice.api.Problems;
import org.inpractice.measurement.feed.Completeness.OfPeriod;
import org.inpractice.measurement.feed.Completeness.OfSite;
import org.inpractice.measurement.feed.Completeness.Told;
import org.inpractice.measurement.feed.CompletenessTable.Asked;
import org.inpractice.measurement.feed.CompletenessTable.Newest;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.measure.PeriodKind;
import org.inpractice.measurement.observation.Disclosure;
import org.inpractice.measurement.observation.ObservationStatus;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.measurement.observation.ReportingPeriod;
import org.inpractice.measurement.observation.Visibility;
import org.inpractice.stream.DistrictStream;

/** Reads how complete a measure is, from the observations and the feeds' terms known at the same instant. */
@Singleton
class CompletenessReading {
    /** More than ten school years of days. */
    private static final int MOST_PERIODS = 4_000;

    /** A page may hold two million periods; so many sites' are in memory. */
    private static final int SITES_AT_ONCE = 25;

    private final DistrictStream stream;
    private final MeasureDefinitions definitions;
    private final Disclosure disclosure;
    private final Clock clock;

    @Inject
    CompletenessReading(DistrictStream stream, MeasureDefinitions definitions, Disclosure disclosure, Clock clock) {
        this.stream = stream;
        this.definitions = definitions;
        this.disclosure = disclosure;
        this.clock = clock;
    }

    /**
     * What somebody wants to know.
     *
     * @param from periods that start on this day or later; null for all
     * @param to periods that start on this day or earlier; null for all
     * @param asOf null for now
     * @param smallCells whether the reader may see small groups
     */
    record Question(
            String districtId,
            UUID measureId,
            String studentGroup,
            LocalDate from,
            LocalDate to,
            Instant asOf,
            boolean smallCells) {}

    /** The sites of the measure in order, after one of them. */
    List<OfSite> sites(Connection connection, Question question, String after, int limit) throws SQLException {
        Known known = known(connection, question);
        List<String> sites = CompletenessTable.sites(
                connection, known.asked(), known.expected().namedSites(), after, limit);
        return ofSites(connection, question, known, sites);
    }

    /** One site, whether anything is known of it or not. */
    List<OfSite> site(Connection connection, Question question, String siteId) throws SQLException {
        return ofSites(connection, question, known(connection, question), List.of(siteId));
    }

    /** The periods of one site. */
    List<OfPeriod> periods(Connection connection, Question question, String siteId) throws SQLException {
        return periods(connection, question, known(connection, question), List.of(siteId))
                .get(siteId);
    }

    private record Known(Asked asked, Definition definition, ExpectedPeriods expected, LocalDate today) {}

    private Known known(Connection connection, Question question) throws SQLException {
        MeasureKey key = new MeasureKey(question.districtId(), question.measureId());
        Definition definition = definitions.find(connection, List.of(key)).get(key);
        if (definition == null) {
            throw new NotFound("measure");
        }
        long lastSequence = question.asOf() == null
                ? Long.MAX_VALUE
                : stream.lastSequenceAt(connection, question.districtId(), question.asOf());
        Asked asked = new Asked(question.districtId(), question.measureId(), question.studentGroup(), lastSequence);
        ExpectedPeriods expected = new ExpectedPeriods(
                definition.period(),
                FeedTable.delivering(
                        connection, asked.districtId(), asked.measureId(), asked.studentGroup(), lastSequence));
        Instant now = question.asOf() == null ? clock.instant() : question.asOf();
        return new Known(asked, definition, expected, FeedCalendar.today(now));
    }

    private List<OfSite> ofSites(Connection connection, Question question, Known known, List<String> sites)
            throws SQLException {
        List<OfSite> complete = new ArrayList<>(sites.size());
        for (int i = 0; i < sites.size(); i += SITES_AT_ONCE) {
            List<String> some = sites.subList(i, Math.min(i + SITES_AT_ONCE, sites.size()));
            Map<String, List<OfPeriod>> periods = periods(connection, question, known, some);
            some.forEach(site -> complete.add(
                    OfSite.of(site, periods.get(site), known.expected().feedIds(site))));
        }
        return complete;
    }

    private Map<String, List<OfPeriod>> periods(
            Connection connection, Question question, Known known, List<String> sites) throws SQLException {
        Map<String, LocalDate> firstTold = CompletenessTable.firstTold(connection, known.asked(), sites);
        List<ReportingPeriod> window = window(question, known, sites, firstTold);
        Map<String, Map<LocalDate, Newest>> newest = window.isEmpty()
                ? Map.of()
                : CompletenessTable.newest(
                        connection,
                        known.asked(),
                        sites,
                        window.getFirst().start(),
                        window.getLast().start());
        Map<String, List<OfPeriod>> periods = new HashMap<>();
        for (String site : sites) {
            Map<LocalDate, Newest> ofSite = newest.getOrDefault(site, Map.of());
            Visibility visibility = visibility(connection, question, known, site, ofSite.keySet());
            periods.put(
                    site,
                    known.expected().of(site, firstTold.get(site), window).stream()
                            .map(expected -> OfPeriod.of(
                                    expected,
                                    told(
                                            expected.period().start(),
                                            ofSite.get(expected.period().start()),
                                            known.definition(),
                                            visibility),
                                    known.today()))
                            .toList());
        }
        return periods;
    }

    /** A hidden number counts as suppressed, whyever it is hidden: the difference would tell which groups are small. */
    private Visibility visibility(
            Connection connection, Question question, Known known, String site, Set<LocalDate> periods)
            throws SQLException {
        Series series = new Series(question.districtId(), question.measureId(), site, question.studentGroup());
        return disclosure.reader(question.smallCells()).of(connection, series, known.definition(), periods);
    }

    /** The ended periods that may be expected of any of the sites. */
    private static List<ReportingPeriod> window(
            Question question, Known known, List<String> sites, Map<String, LocalDate> firstTold) {
        LocalDate from = sites.stream()
                .map(site -> known.expected().from(site, firstTold.get(site)))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        if (from == null) {
            return List.of();
        }
        if (question.from() != null && question.from().isAfter(from)) {
            from = question.from();
        }
        PeriodKind kind = known.definition().period();
        List<ReportingPeriod> window = new ArrayList<>();
        ReportingPeriod period = FeedCalendar.firstFrom(kind, from);
        while (period.end().isBefore(known.today())
                && (question.to() == null || !period.start().isAfter(question.to()))) {
            if (window.size() == MOST_PERIODS) {
                throw Problems.invalid(
                        "from", "Send a later day, or an earlier one as to: these are too many periods.");
            }
            window.add(period);
            period = FeedCalendar.firstFrom(kind, period.end().plusDays(1));
        }
        return window;
    }

    private static Told told(LocalDate start, Newest newest, Definition definition, Visibility visibility) {
        if (newest == null) {
            return null;
        }
        boolean hidden = visibility.hides(definition, start, newest.districtSeq(), newest.numbers());
        return new Told(hidden ? ObservationStatus.SUPPRESSED : newest.status(), newest.firstTold());
    }
}
