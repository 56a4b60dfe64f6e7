package org.inpractice.measurement.imports;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.inpractice.api.StoreException;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.measure.Measures;
import org.inpractice.stream.Append;
import org.inpractice.stream.Transactions;

/** The measures that the rows of one import are about: of each district its own, defined when its first row is read. */
final class ImportMeasures {
    private final Import running;
    private final Transactions transactions;
    private final Measures measures;
    private final MeasureDefinitions definitions;
    private final Clock clock;
    private final Map<String, UUID> known = new HashMap<>();
    /** Read by the thread that commits. */
    private final Map<MeasureKey, Definition> assumed = new ConcurrentHashMap<>();

    ImportMeasures(
            Import running, Transactions transactions, Measures measures, MeasureDefinitions definitions, Clock clock) {
        this.running = running;
        this.transactions = transactions;
        this.measures = measures;
        this.definitions = definitions;
        this.clock = clock;
    }

    /** The measure of a district. */
    UUID of(String districtId) {
        ImportProfile profile = running.profile();
        return profile.measureId() != null ? profile.measureId() : known.computeIfAbsent(districtId, this::defined);
    }

    /** What a dry run would define. */
    Map<MeasureKey, Definition> assumed() {
        return assumed;
    }

    /** Named by district and profile, so that every import by this profile finds the same one. */
    private UUID defined(String districtId) {
        ImportProfile profile = running.profile();
        UUID measureId = UUID.nameUUIDFromBytes(
                ("import-profile\n" + profile.name() + '\n' + districtId).getBytes(StandardCharsets.UTF_8));
        if (!running.covers(districtId)) {
            return measureId;
        }
        MeasureKey key = new MeasureKey(districtId, measureId);
        try {
            transactions.call(connection -> {
                if (!definitions.find(connection, List.of(key)).isEmpty()) {
                    return null;
                }
                if (running.dryRun()) {
                    assumed.put(key, Definition.of(profile.measure()));
                } else {
                    measures.defineOnce(
                            connection,
                            districtId,
                            measureId,
                            new Append.Cause(running.actor(), clock.instant(), null, running.traceparent()),
                            profile.measure());
                }
                return null;
            });
            return measureId;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
