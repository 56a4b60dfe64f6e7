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
import org.inpractice.stream.DistrictStream;
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

    private final Map<String, Known> districts = new ConcurrentHashMap<>();
    private final Transactions transactions;
    private final DistrictStream stream;
    private final DistrictThresholds thresholds;

    @Inject
    HeldBack(Transactions transactions, DistrictStream stream, DistrictThresholds thresholds) {
        this.transactions = transactions;
        this.stream = stream;
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
        Map<String, Long> knownTo = new HashMap<>();
        newest.forEach((districtId, sequence) -> {
            Known known = districts.get(districtId);
            if (known == null || known.upTo() < sequence) {
                knownTo.put(districtId, known == null ? 0 : known.upTo());
            }
        });
        if (!knownTo.isEmpty()) {
            try {
                learn(knownTo);
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }
    }

    private void learn(Map<String, Long> knownTo) throws SQLException {
        transactions.call(connection -> {
            // The ends first: what is withheld after them comes with events after them.
            Map<String, Long> ends = DisclosureTable.lastSequences(connection, knownTo.keySet());
            Map<String, Thresholds> ofDistricts = thresholds.of(connection, knownTo.keySet());
            Map<String, List<Withheld>> withheld = DisclosureTable.withheldAfter(connection, knownTo);
            if (districts.size() + knownTo.size() > MOST_DISTRICTS) {
                districts.clear();
            }
            knownTo.forEach((districtId, upTo) -> {
                Known before = districts.get(districtId);
                if (upTo > 0 && before == null) {
                    return;
                }
                Map<Total, Long> from = before == null ? new HashMap<>() : new HashMap<>(before.withheldFrom());
                for (Withheld one : withheld.getOrDefault(districtId, List.of())) {
                    from.put(new Total(one.measureId(), one.siteId(), one.periodStart()), one.fromSequence());
                }
                districts.put(
                        districtId, new Known(ends.getOrDefault(districtId, 0L), ofDistricts.get(districtId), from));
            });
            return null;
        });
    }

    private Known known(String districtId, long districtSeq) {
        Known before = districts.get(districtId);
        if (before != null && before.upTo() >= districtSeq) {
            return before;
        }
        try {
            Known now = transactions.call(connection -> {
                long last = stream.lastSequence(connection, districtId);
                Map<Total, Long> withheld = before == null ? new HashMap<>() : new HashMap<>(before.withheldFrom());
                long after = before == null ? 0 : before.upTo();
                for (Withheld one : DisclosureTable.withheldAfter(connection, districtId, after)) {
                    withheld.put(new Total(one.measureId(), one.siteId(), one.periodStart()), one.fromSequence());
                }
                return new Known(last, thresholds.of(connection, districtId), withheld);
            });
            if (districts.size() >= MOST_DISTRICTS) {
                districts.clear();
            }
            districts.put(districtId, now);
            return now;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
