package org.inpractice.measurement.observation;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.inpractice.measurement.disclosure.Dimensions;
import org.inpractice.measurement.disclosure.Thresholds;
import org.inpractice.measurement.disclosure.TotalsRule;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.DisclosureTable.Period;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.stream.Recorded;

/**
 * Judges totals as they are told, one event after the other, in the transaction that appends them: a site's or the
 * district's total that would let a reader work out a small site is withheld, from this event on and for good. It costs one
 * question a transaction as long as no district tells its own total.
 */
final class ShownTotals {
    /** A total an event told. */
    private record Total(Period period, String siteId, long sequence, Definition definition, Numbers numbers) {
        boolean isOfDistrict() {
            return siteId.equals(period.districtId());
        }
    }

    /** Tells a district's thresholds. */
    interface ThresholdsOf {
        Thresholds of(Connection connection, String districtId) throws SQLException;
    }

    private final Connection connection;
    private final ThresholdsOf thresholdsOf;
    private final Map<String, Thresholds> thresholds = new HashMap<>();

    private ShownTotals(Connection connection, ThresholdsOf thresholdsOf) {
        this.connection = connection;
        this.thresholdsOf = thresholdsOf;
    }

    /** Judges all totals among some events. */
    static void judge(
            Connection connection,
            List<Recorded<ObservationEvent>> events,
            Map<MeasureKey, Definition> definitions,
            ThresholdsOf thresholdsOf)
            throws SQLException {
        Map<Period, List<Total>> totals = new LinkedHashMap<>();
        for (Recorded<ObservationEvent> recorded : events) {
            if (recorded.event() instanceof WithNumbers told
                    && told.studentGroup().equals(Dimensions.ALL)
                    && told.numbers().amount() != null) {
                String district = recorded.envelope().districtId();
                Definition definition = definitions.get(new MeasureKey(district, told.measureId()));
                if (Suppression.isOfPeople(definition, told.numbers())) {
                    Period period = new Period(district, told.measureId(), told.periodStart());
                    totals.computeIfAbsent(period, unseen -> new ArrayList<>())
                            .add(new Total(
                                    period,
                                    told.siteId(),
                                    recorded.envelope().districtSeq(),
                                    definition,
                                    told.numbers()));
                }
            }
        }
        if (!totals.isEmpty()) {
            new ShownTotals(connection, thresholdsOf).judge(totals);
        }
    }

    private void judge(Map<Period, List<Total>> totals) throws SQLException {
        Set<Period> judged = DisclosureTable.judged(connection, totals.keySet());
        for (Map.Entry<Period, List<Total>> one : totals.entrySet()) {
            List<Total> told = one.getValue();
            if (!judged.contains(one.getKey())) {
                int first = 0;
                while (first < told.size() && !told.get(first).isOfDistrict()) {
                    first++;
                }
                told = told.subList(first, told.size());
                if (!told.isEmpty()) {
                    begin(one.getKey(), told.getFirst());
                }
            }
            if (!told.isEmpty()) {
                follow(one.getKey(), told);
            }
        }
    }

    /** The district tells its own total for the first time: what is shown of its sites so far, and what is hidden. */
    private void begin(Period period, Total first) throws SQLException {
        DisclosureTable.insertJudged(connection, period);
        Map<String, Told> newest = new HashMap<>();
        for (Told told : Told.of(
                connection, period.districtId(), period.measureId(), List.of(period.start()), first.sequence() - 1)) {
            if (told.key().isTotal()) {
                newest.put(told.key().siteId(), told);
            }
        }
        for (Told site : newest.values()) {
            if (site.numbers().amount() != null) {
                if (Suppression.hides(
                        first.definition(), site.numbers(), thresholds(period).strictestSince(site.districtSeq()))) {
                    DisclosureTable.withhold(connection, period, site.key().siteId(), first.sequence());
                } else {
                    DisclosureTable.upsertShown(
                            connection,
                            period,
                            site.key().siteId(),
                            Suppression.sizes(first.definition(), site.numbers()));
                }
            }
        }
    }

    private void follow(Period period, List<Total> told) throws SQLException {
        Map<String, List<BigDecimal>> shown = DisclosureTable.shownTotals(connection, period);
        Set<String> withheld = new HashSet<>();
        for (DisclosureTable.Withheld one : DisclosureTable.withheldOf(connection, period)) {
            withheld.add(one.siteId());
        }
        // What is left of all sites beside the groups of the district that are shown would be those that are hidden.
        boolean none = DisclosureTable.showsGroupsOfDistrict(connection, period);
        for (Total total : told) {
            if (withheld.contains(total.siteId())) {
                continue;
            }
            int fewerThan = thresholds(period).at(total.sequence());
            List<BigDecimal> before = shown.put(total.siteId(), Suppression.sizes(total.definition(), total.numbers()));
            if (none
                    || Suppression.hides(total.definition(), total.numbers(), fewerThan)
                    || !allowed(shown, period.districtId(), BigDecimal.valueOf(fewerThan))) {
                shown.remove(total.siteId());
                withheld.add(total.siteId());
                DisclosureTable.withhold(connection, period, total.siteId(), total.sequence());
                if (before != null) {
                    DisclosureTable.deleteShown(connection, period, total.siteId());
                }
            } else {
                DisclosureTable.upsertShown(connection, period, total.siteId(), shown.get(total.siteId()));
            }
        }
    }

    private static boolean allowed(Map<String, List<BigDecimal>> shown, String districtId, BigDecimal fewerThan) {
        List<BigDecimal> district = shown.get(districtId);
        if (district == null) {
            return true;
        }
        for (int i = 0; i < district.size(); i++) {
            int layer = i;
            List<BigDecimal> parts = shown.entrySet().stream()
                    .filter(site -> !site.getKey().equals(districtId))
                    .map(site -> site.getValue().get(layer))
                    .filter(Objects::nonNull)
                    .toList();
            if (district.get(layer) != null
                    && !parts.isEmpty()
                    && !TotalsRule.allows(district.get(layer), parts, fewerThan)) {
                return false;
            }
        }
        return true;
    }

    private Thresholds thresholds(Period period) throws SQLException {
        Thresholds known = thresholds.get(period.districtId());
        if (known == null) {
            known = thresholdsOf.of(connection, period.districtId());
            thresholds.put(period.districtId(), known);
        }
        return known;
    }
}
