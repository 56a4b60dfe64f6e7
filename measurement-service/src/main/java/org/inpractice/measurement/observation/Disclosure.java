package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.measurement.disclosure.CellKey;
import org.inpractice.measurement.disclosure.Dimensions;
import org.inpractice.measurement.disclosure.DistrictThresholds;
import org.inpractice.measurement.disclosure.Thresholds;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.observation.DisclosureTable.Period;
import org.inpractice.measurement.observation.DisclosureTable.Withheld;
import org.inpractice.measurement.observation.ObservationTable.Series;
import org.inpractice.stream.DistrictStream;

/**
 * What readers without the scope {@code small-cells} may see: the one place that knows, for every answer.
 *
 * <p>The first of them who looks at a student group of a period releases the period: which groups are shown, and in which
 * version, is decided over all sites and groups as they are told then, and kept. Whatever is told of that period later is
 * hidden: the groups, and, when any group is shown, the totals of the sites told then and of the district; when one of the
 * district's is, those of all sites.
 */
@Singleton
public class Disclosure {
    @Inject
    DistrictStream stream;

    @Inject
    DistrictThresholds thresholds;

    @Inject
    Clock clock;

    /** How long a period must have been quiet before a look releases it. */
    @ConfigProperty(name = "inpractice.suppression.settle")
    Duration settle;

    /** How a reader looks, who with the scope {@code small-cells} sees all. */
    public Sight reader(boolean smallCells) {
        return smallCells ? Sight.WHOLE : this::of;
    }

    /**
     * How the service looks for itself, for what it says on the topic: as a reader does, but without releasing anything. A
     * period that nobody has looked at yet is not closed because a clock went by.
     */
    public Sight bystander() {
        return (connection, series, definition, periods) ->
                look(connection, series, thresholds.of(connection, series.districtId()));
    }

    /**
     * What of a series such a reader may see.
     *
     * @param periods those asked for
     */
    public Visibility of(Connection connection, Series series, Definition definition, Collection<LocalDate> periods)
            throws SQLException {
        Thresholds ofDistrict = thresholds.of(connection, series.districtId());
        if (!series.studentGroup().equals(Dimensions.ALL)) {
            release(connection, series.districtId(), series.measureId(), definition, periods, ofDistrict);
        }
        return look(connection, series, ofDistrict);
    }

    private static Visibility look(Connection connection, Series series, Thresholds ofDistrict) throws SQLException {
        if (!series.studentGroup().equals(Dimensions.ALL)) {
            return new Visibility(
                    ofDistrict, series.studentGroup(), Map.of(), DisclosureTable.releasedOf(connection, series));
        }
        Map<LocalDate, Long> from = new HashMap<>();
        for (Withheld withheld : DisclosureTable.withheldOf(connection, series)) {
            from.put(withheld.periodStart(), withheld.fromSequence());
        }
        return new Visibility(ofDistrict, series.studentGroup(), from, Map.of());
    }

    private void release(
            Connection connection,
            String districtId,
            UUID measureId,
            Definition definition,
            Collection<LocalDate> periods,
            Thresholds ofDistrict)
            throws SQLException {
        if (DisclosureTable.unreleased(connection, districtId, measureId, periods)
                .isEmpty()) {
            return;
        }
        // Nobody tells anything of the district between the reading of its cells and the commit.
        stream.lock(connection, List.of(districtId));
        Set<LocalDate> unreleased = DisclosureTable.unreleased(connection, districtId, measureId, periods);
        long last = stream.lastSequence(connection, districtId);
        Map<LocalDate, List<Told>> told = Told.of(connection, districtId, measureId, unreleased, last).stream()
                .collect(Collectors.groupingBy(Told::periodStart));
        for (Map.Entry<LocalDate, List<Told>> one : told.entrySet()) {
            if (isReady(one.getValue(), definition)) {
                release(
                        connection,
                        new Period(districtId, measureId, one.getKey()),
                        one.getValue(),
                        definition,
                        ofDistrict,
                        last);
            }
        }
    }

    private boolean isReady(List<Told> cells, Definition definition) {
        Instant quietSince = clock.instant().minus(settle);
        return cells.stream().noneMatch(cell -> cell.recordedAt().isAfter(quietSince) && !settle.isZero())
                && cells.stream()
                        .anyMatch(cell -> !cell.key().isTotal() && Suppression.isOfPeople(definition, cell.numbers()));
    }

    private void release(
            Connection connection,
            Period period,
            List<Told> told,
            Definition definition,
            Thresholds ofDistrict,
            long last)
            throws SQLException {
        Map<String, Long> withheld = new HashMap<>();
        for (Withheld one : DisclosureTable.withheldOf(connection, period)) {
            withheld.put(one.siteId(), one.fromSequence());
        }
        Map<CellKey, Long> shown =
                new ReleasedPattern(period.districtId(), definition, ofDistrict, withheld, told).shown();
        DisclosureTable.insertReleased(connection, period, last);
        Set<String> finished = new HashSet<>();
        for (Map.Entry<CellKey, Long> cell : shown.entrySet()) {
            DisclosureTable.insertShown(connection, period, cell.getKey(), cell.getValue());
        }
        if (!shown.isEmpty()) {
            told.forEach(one -> finished.add(one.key().siteId()));
        }
        if (!finished.isEmpty()) {
            // A total told later, less groups shown before, would tell of a group that has become small.
            finished.add(period.districtId());
            for (String site : finished) {
                DisclosureTable.withhold(connection, period, site, last + 1);
            }
        }
        if (shown.keySet().stream().anyMatch(key -> key.siteId().equals(period.districtId()))) {
            // Totals of sites nobody knows yet would add up to the district's: they are judged from now on.
            DisclosureTable.insertJudged(connection, period);
        }
    }
}
