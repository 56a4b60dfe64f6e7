package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.inpractice.api.StoreException;
import org.inpractice.measurement.disclosure.Dimensions;
import org.inpractice.measurement.disclosure.DistrictThresholds;
import org.inpractice.measurement.disclosure.Thresholds;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.observation.DisclosureTable.Withheld;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Transactions;

/**
 * Which numbers the published form of an event holds back. What is withheld from an event on is stored with that event at
 * the latest, so what was read once holds for all events up to the district's last one of then: the relay, whose events
 * come in order and in crowds, asks the database once in a while and not for each.
 */
@Singleton
class HeldBack {
    private static final int MOST_DISTRICTS = 5_000;

    private record Total(UUID measureId, String siteId, LocalDate periodStart) {}

    /**
     * What is known of a district.
     *
     * @param upTo the last event of which it is known
     */
    private record Known(long upTo, Thresholds thresholds, Map<Total, Long> withheldFrom) {}

    private static final Known NOTHING = new Known(-1, null, Map.of());

    private final Map<String, Known> districts = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final DistrictThresholds thresholds;

    @Inject
    HeldBack(Transactions transactions, DistrictThresholds thresholds) {
        this.transactions = transactions;
        this.thresholds = thresholds;
    }

    /**
     * Whether an event's numbers are held back: of a small group, of any group but {@code all}, and of a withheld total.
     *
     * @param definition null when it is not known
     */
    boolean holds(String districtId, long districtSeq, WithNumbers told, Definition definition) {
        Known known = known(districtId, districtSeq);
        if (Suppression.hides(definition, told.numbers(), known.thresholds().at(districtSeq))) {
            return true;
        }
        if (!Suppression.isOfPeople(definition, told.numbers())) {
            return false;
        }
        return !told.studentGroup().equals(Dimensions.ALL)
                || districtSeq
                        >= known.withheldFrom()
                                .getOrDefault(
                                        new Total(told.measureId(), told.siteId(), told.periodStart()), Long.MAX_VALUE);
    }

    /** Fetches for all districts of some events at once what is not known yet. */
    void prepare(List<RecordedEvent> events) {
        Map<String, Long> newest = new HashMap<>();
        events.forEach(event -> newest.merge(event.districtId(), event.districtSeq(), Math::max));
        Map<String, Known> behind = new HashMap<>();
        newest.forEach((districtId, sequence) -> {
            Known known = districts.getOrDefault(districtId, NOTHING);
            if (known.upTo() < sequence) {
                behind.put(districtId, known);
            }
        });
        if (!behind.isEmpty()) {
            learn(behind);
        }
    }

    /** Adds what came since to what was known of some districts; what others learn or forget meanwhile does not matter. */
    private Map<String, Known> learn(Map<String, Known> before) {
        try {
            return transactions.call(connection -> {
                // The ends first: what is withheld after them comes with events after them.
                Map<String, Long> ends = WithheldSince.lastSequences(connection, before.keySet());
                Map<String, Thresholds> ofDistricts = thresholds.of(connection, before.keySet());
                Map<String, Long> after = new HashMap<>();
                before.forEach((districtId, known) -> after.put(districtId, known.upTo()));
                Map<String, List<Withheld>> withheld = WithheldSince.withheldAfter(connection, after);
                Map<String, Known> learned = new HashMap<>();
                before.forEach((districtId, known) -> {
                    Map<Total, Long> from = new HashMap<>(known.withheldFrom());
                    for (Withheld one : withheld.getOrDefault(districtId, List.of())) {
                        from.put(new Total(one.measureId(), one.siteId(), one.periodStart()), one.fromSequence());
                    }
                    long end = ends.getOrDefault(districtId, 0L);
                    learned.put(districtId, new Known(end, ofDistricts.get(districtId), from));
                });
                if (districts.size() + learned.size() > MOST_DISTRICTS) {
                    districts.clear();
                }
                districts.putAll(learned);
                return learned;
            });
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private Known known(String districtId, long districtSeq) {
        Known before = districts.getOrDefault(districtId, NOTHING);
        return before.upTo() >= districtSeq
                ? before
                : learn(Map.of(districtId, before)).get(districtId);
    }
}
