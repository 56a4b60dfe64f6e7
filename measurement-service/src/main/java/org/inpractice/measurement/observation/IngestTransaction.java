package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inpractice.api.IdempotencyKeys;
import org.inpractice.measurement.observation.ObservationIngest.Answered;
import org.inpractice.measurement.observation.ObservationIngest.Waiting;
import org.inpractice.measurement.observation.Observations.Result;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.LockedDistricts;

/** One transaction of {@link ObservationIngest}: locks, answers known keys, records the rest, remembers new keys. */
@Singleton
class IngestTransaction {
    private final DistrictStream stream;
    private final IdempotencyKeys idempotencyKeys;
    private final Observations observations;

    @Inject
    IngestTransaction(DistrictStream stream, IdempotencyKeys idempotencyKeys, Observations observations) {
        this.stream = stream;
        this.idempotencyKeys = idempotencyKeys;
        this.observations = observations;
    }

    /**
     * One answer for each, in order. No two of them have the same key.
     *
     * @param lookUp false: their keys are taken for new ones, as nearly all are, which spares a question; when one is not
     *     ({@link IdempotencyKeys#isKnown}), the transaction must be run again with true
     */
    List<Answered> run(Connection connection, List<Waiting> round, boolean lookUp) throws SQLException {
        LockedDistricts districts = stream.lock(
                connection,
                round.stream().map(waiting -> waiting.told().districtId()).toList());
        Map<IdempotencyKeys.Key, IdempotencyKeys.Stored> known = new HashMap<>();
        if (lookUp) {
            known.putAll(idempotencyKeys.find(connection, keys(round.stream())));
        }
        List<Waiting> fresh = round.stream()
                .filter(waiting -> waiting.key() == null || !known.containsKey(waiting.key()))
                .toList();
        List<Result> results = observations.record(
                connection, districts, fresh.stream().map(Waiting::told).toList());
        if (!lookUp) {
            // A refusal is not stored, so it would not come to light that its key has an answer already.
            known.putAll(idempotencyKeys.find(connection, keys(refused(fresh, results))));
        }
        idempotencyKeys.store(connection, newKeys(fresh, results));
        IdentityHashMap<Waiting, Result> resultOf = new IdentityHashMap<>();
        for (int i = 0; i < fresh.size(); i++) {
            resultOf.put(fresh.get(i), results.get(i));
        }
        return round.stream()
                .map(waiting -> known.containsKey(waiting.key())
                        ? new Answered(null, known.get(waiting.key()))
                        : new Answered(resultOf.get(waiting), null))
                .toList();
    }

    private static Stream<Waiting> refused(List<Waiting> fresh, List<Result> results) {
        return IntStream.range(0, fresh.size())
                .filter(i -> results.get(i).refusal() != null)
                .mapToObj(fresh::get);
    }

    private static List<IdempotencyKeys.Key> keys(Stream<Waiting> waiting) {
        return waiting.map(Waiting::key).filter(Objects::nonNull).toList();
    }

    private static List<IdempotencyKeys.Stored> newKeys(List<Waiting> fresh, List<Result> results) {
        return IntStream.range(0, fresh.size())
                .filter(i -> fresh.get(i).key() != null && results.get(i).refusal() == null)
                .mapToObj(i -> stored(fresh.get(i), results.get(i)))
                .toList();
    }

    private static IdempotencyKeys.Stored stored(Waiting waiting, Result result) {
        return new IdempotencyKeys.Stored(
                waiting.key(),
                waiting.requestHash(),
                RecordingAnswers.status(result),
                RecordingAnswers.location(result),
                result.version(),
                RecordingAnswers.json(result));
    }
}
