package org.inpractice.measurement.imports;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.DistrictRequest;
import org.inpractice.api.StreamRelay;
import org.inpractice.measurement.imports.Import.Counts;
import org.inpractice.measurement.imports.ImportTable.Lease;
import org.inpractice.measurement.imports.ImportedRow.Rejected;
import org.inpractice.measurement.imports.ImportedRow.Told;
import org.inpractice.measurement.measure.MeasureDefinitions.Definition;
import org.inpractice.measurement.measure.MeasureDefinitions.MeasureKey;
import org.inpractice.measurement.observation.Observations;
import org.inpractice.measurement.observation.Observations.Result;
import org.inpractice.measurement.observation.RecordingOutcome;
import org.inpractice.stream.Append;
import org.inpractice.stream.DistrictStream;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.StaleVersionException;
import org.inpractice.stream.Transactions;

/**
 * One chunk, one transaction: events, read rows, refused rows and the import's counts stand or fall together. So the counts
 * are exact after any crash, and a run that is taken up again begins where the last commit ended.
 */
@Singleton
class ChunkTransaction {
    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final DistrictStream stream;
    private final Observations observations;
    private final StreamRelay relay;
    private final Clock clock;
    private final Duration lease;

    @Inject
    ChunkTransaction(
            Transactions transactions,
            DistrictStream stream,
            Observations observations,
            StreamRelay relay,
            Clock clock,
            @ConfigProperty(name = "inpractice.imports.lease") Duration lease) {
        this.transactions = transactions;
        this.stream = stream;
        this.observations = observations;
        this.relay = relay;
        this.clock = clock;
        this.lease = lease;
    }

    /** The import is no longer this worker's: it was cancelled, or another worker took it. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("the import was stopped", null, false, false);
        }
    }

    /**
     * Commits a chunk.
     *
     * @param assumed definitions of measures that a dry run would define
     * @throws Stopped when the import is no longer this worker's; nothing of the chunk is in
     */
    void commit(Import running, UUID worker, Chunk chunk, Map<MeasureKey, Definition> assumed) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.call(connection -> {
                    write(connection, running, worker, chunk, assumed);
                    return null;
                });
                chunk.told().stream().map(Told::districtId).distinct().forEach(relay::nudge);
                return;
            } catch (StaleVersionException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } catch (SQLException e) {
                if (!SqlErrors.isTransactionVictim(e) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void write(
            Connection connection, Import running, UUID worker, Chunk chunk, Map<MeasureKey, Definition> assumed)
            throws SQLException {
        Instant now = clock.instant();
        List<Rejected> rejected = new ArrayList<>(chunk.rejected());
        Map<RecordingOutcome, Integer> outcomes = new HashMap<>();
        List<Told> ours = covered(running, chunk.told());
        List<Told> again = covered(running, chunk.repeated());
        List<Told> fresh = timely(ours, now, rejected);
        List<Observations.Told> told = observed(running, fresh, now);
        List<Result> results = told.isEmpty()
                ? List.of()
                : running.dryRun()
                        ? observations.preview(connection, told, assumed)
                        : observations.record(
                                connection,
                                stream.lock(
                                        connection,
                                        fresh.stream().map(Told::districtId).toList()),
                                told);
        for (int i = 0; i < fresh.size(); i++) {
            count(fresh.get(i), results.get(i), outcomes, rejected);
        }
        repeated(connection, running, again, now, assumed, outcomes, rejected);
        Rejections.insert(connection, running.importId(), rejected);
        int others = chunk.told().size() + chunk.repeated().size() - ours.size() - again.size();
        Counts counts = new Counts(
                chunk.lastLine(),
                outcomes.getOrDefault(RecordingOutcome.RECORDED, 0),
                outcomes.getOrDefault(RecordingOutcome.CORRECTED, 0),
                outcomes.getOrDefault(RecordingOutcome.UNCHANGED, 0),
                rejected.size(),
                chunk.leftOut(),
                others);
        if (!ImportTable.advance(connection, running.importId(), new Lease(worker, now, now.plus(lease)), counts)) {
            throw new Stopped();
        }
    }

    private static List<Told> covered(Import running, List<Told> rows) {
        return rows.stream().filter(row -> running.covers(row.districtId())).toList();
    }

    /** Without those that say that they will happen, or happened long ago. */
    private static List<Told> timely(List<Told> rows, Instant now, List<Rejected> rejected) {
        return rows.stream()
                .filter(row -> {
                    try {
                        DistrictRequest.occurredAt(row.request().occurredAt(), now);
                        return true;
                    } catch (HttpProblem problem) {
                        rejected.add(rejected(row, "INVALID_FIELD", "occurredAt", problem.getDetail()));
                        return false;
                    }
                })
                .toList();
    }

    private static List<Observations.Told> observed(Import running, List<Told> rows, Instant now) {
        Append.Cause atOnce = new Append.Cause(running.actor(), now, null, running.traceparent());
        return rows.stream()
                .map(row -> new Observations.Told(
                        row.districtId(),
                        row.request().occurredAt() == null
                                ? atOnce
                                : new Append.Cause(
                                        running.actor(), row.request().occurredAt(), null, running.traceparent()),
                        row.request()))
                .toList();
    }

    /** A row that tells of the same observation again: once more the same is no harm, anything else is a riddle. */
    private void repeated(
            Connection connection,
            Import running,
            List<Told> again,
            Instant now,
            Map<MeasureKey, Definition> assumed,
            Map<RecordingOutcome, Integer> outcomes,
            List<Rejected> rejected)
            throws SQLException {
        List<Told> rows = timely(again, now, rejected);
        if (rows.isEmpty()) {
            return;
        }
        List<Result> results = observations.preview(connection, observed(running, rows, now), assumed);
        for (int i = 0; i < rows.size(); i++) {
            Result result = results.get(i);
            boolean isRiddle = result.outcome() == RecordingOutcome.CORRECTED
                    || (result.outcome() == RecordingOutcome.RECORDED && !running.dryRun());
            if (isRiddle) {
                rejected.add(
                        rejected(
                                rows.get(i),
                                "ROW_REPEATED",
                                null,
                                "An earlier row tells of the same measure, site, group and period and says otherwise: keep one."));
            } else if (result.outcome() == RecordingOutcome.RECORDED) {
                outcomes.merge(RecordingOutcome.UNCHANGED, 1, Integer::sum);
            } else {
                count(rows.get(i), result, outcomes, rejected);
            }
        }
    }

    private static void count(
            Told row, Result result, Map<RecordingOutcome, Integer> outcomes, List<Rejected> rejected) {
        if (result.refusal() == null) {
            outcomes.merge(result.outcome(), 1, Integer::sum);
        } else {
            rejected.add(rejected(
                    row,
                    result.refusal().rule().name(),
                    result.refusal().field(),
                    Objects.toString(result.refusal().getMessage(), "")));
        }
    }

    private static Rejected rejected(Told row, String code, String field, String remedy) {
        return new Rejected(row.line(), row.districtId(), code, field, remedy, row.original());
    }
}
