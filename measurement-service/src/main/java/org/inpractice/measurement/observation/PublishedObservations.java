package org.inpractice.measurement.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.inpractice.api.StoreException;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.ObservationEvent.WithNumbers;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.PublishedForm;
import org.inpractice.stream.RecordedEvent;
import org.inpractice.stream.Transactions;

/**
 * What leaves the service of an observation, on the topic and in a replay: small groups, and all groups but totals, only as
 * suppressed.
 */
@Singleton
public class PublishedObservations implements PublishedForm {
    private static final List<String> NUMBERS = List.of("value", "numerator", "denominator", "count", "groupSize");

    private final EventCodec<ObservationEvent> codec = new EventCodec<>(ObservationEvent.class);
    private final MeasureDefinitions definitions;
    private final HeldBack heldBack;
    private final Transactions transactions;

    @Inject
    PublishedObservations(MeasureDefinitions definitions, HeldBack heldBack, Transactions transactions) {
        this.definitions = definitions;
        this.heldBack = heldBack;
        this.transactions = transactions;
    }

    @Override
    public void prepare(List<RecordedEvent> events) {
        heldBack.prepare(events);
    }

    @Override
    public RecordedEvent apply(RecordedEvent event) {
        if (!event.streamType().equals(Observations.STREAM_TYPE)
                || !(codec.read(event).orElse(null) instanceof WithNumbers told)
                || told.numbers().amount() == null
                || !heldBack.holds(
                        event.districtId(),
                        event.districtSeq(),
                        told,
                        definition(event.districtId(), told.measureId()))) {
            return event;
        }
        try {
            ObjectNode data = (ObjectNode) EventJson.mapper().readTree(event.data());
            data.put("status", "suppressed");
            data.remove(NUMBERS);
            return event.withData(EventJson.mapper().writeValueAsString(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(event + " was read a moment ago and is no JSON now", e);
        }
    }

    private Definition definition(String districtId, UUID measureId) {
        MeasureKey key = new MeasureKey(districtId, measureId);
        Definition remembered = definitions.remembered(key);
        if (remembered != null) {
            return remembered;
        }
        try {
            return transactions
                    .call(connection -> definitions.find(connection, List.of(key)))
                    .get(key);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
