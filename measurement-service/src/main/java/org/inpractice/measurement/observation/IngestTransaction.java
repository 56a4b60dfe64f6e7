package org.inpractice.measurement.observation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** One answer for each, in order. No two of them have the same key. */
    List<Answered> run(Connection connection, List<Waiting> round) throws SQLException {
        LockedDistricts districts = stream.lock(
                connection,
                round.stream().map(waiting -> waiting.told().districtId()).toList());
        Map<IdempotencyKeys.Key, IdempotencyKeys.Stored> known = idempotencyKeys.find(
                connection,
                round.stream().map(Waiting::key).filter(Objects::nonNull).toList());
        List<Waiting> fresh = round.stream()
                .filter(waiting -> waiting.key() == null || !known.containsKey(waiting.key()))
                .toList();
        List<Result> results = fresh.isEmpty()
                ? List.of()
                : observations.record(
                        connection, districts, fresh.stream().map(Waiting::told).toList());
        List<Answered> answers = new ArrayList<>(round.size());
        List<IdempotencyKeys.Stored> remembered = new ArrayList<>();
        int next = 0;
        for (Waiting waiting : round) {
            if (waiting.key() != null && known.containsKey(waiting.key())) {
                answers.add(new Answered(null, known.get(waiting.key())));
                continue;
            }
            Result result = results.get(next++);
            answers.add(new Answered(result, null));
            if (waiting.key() != null && result.refusal() == null) {
                remembered.add(new IdempotencyKeys.Stored(
                        waiting.key(),
                        waiting.requestHash(),
                        RecordingAnswers.status(result),
                        RecordingAnswers.location(result),
                        result.version(),
                        RecordingAnswers.json(result)));
            }
        }
        idempotencyKeys.store(connection, remembered);
        return answers;
    }
}
