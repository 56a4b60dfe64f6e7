package org.inpractice.measurement.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.StoreException;
import org.inpractice.measurement.imports.ChunkTransaction.Stopped;
import org.inpractice.measurement.imports.Import.State;
import org.inpractice.measurement.imports.ImportTable.Lease;
import org.inpractice.measurement.measure.MeasureDefinitions;
import org.inpractice.measurement.measure.Measures;
import org.inpractice.measurement.observation.ObservationRequest;
import org.inpractice.stream.SqlErrors;
import org.inpractice.stream.Transactions;

/** Takes uploads in, at once from the request or later from what was stored of it. */
@Singleton
class Imports {
    private static final int GZIP_BUFFER = 64 * 1024;

    /** This replica, as long as it runs. */
    private final UUID worker = UUID.randomUUID();

    /** What this replica works on now: their leases are held while a sender pauses, or a chunk takes long. */
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();

    private final Transactions transactions;
    private final ChunkTransaction chunks;
    private final Measures measures;
    private final MeasureDefinitions definitions;
    private final Clock clock;
    private final ObjectReader observations;
    private final Duration lease;

    @Inject
    Imports(
            Transactions transactions,
            ChunkTransaction chunks,
            Measures measures,
            MeasureDefinitions definitions,
            Clock clock,
            ObjectMapper mapper,
            @ConfigProperty(name = "inpractice.imports.lease") Duration lease) {
        this.transactions = transactions;
        this.chunks = chunks;
        this.measures = measures;
        this.definitions = definitions;
        this.clock = clock;
        this.lease = lease;
        this.observations = mapper.readerFor(ObservationRequest.class);
    }

    /**
     * Takes an upload in while it arrives.
     *
     * @return the import as it ended
     * @throws UnreadableUpload when not even its header can be read; then there is no import
     */
    Import take(Import begun, InputStream bytes) throws IOException {
        ImportMeasures of = measuresOf(begun);
        try (Rows rows = open(begun, bytes, of)) {
            begin(begun);
            end(begun, rows, of, true);
        } finally {
            working.remove(begun.importId());
        }
        return found(begun.importId());
    }

    /** Stores an upload to be worked on later; when this returns it is safe. */
    Import store(Import begun, InputStream bytes) throws IOException {
        try {
            begin(begun);
            ImportParts.store(
                    transactions,
                    begun.importId(),
                    bytes,
                    connection -> ImportTable.stillReceiving(connection, begun.importId(), lease()));
            call(connection -> ImportTable.move(connection, begun.importId(), lease(), State.WAITING, null));
        } catch (SQLException e) {
            throw new StoreException(e);
        } catch (IOException e) {
            move(
                    begun,
                    State.INTERRUPTED,
                    "The upload broke off before it was whole. Nothing of it is in; send it again.");
            throw e;
        } finally {
            working.remove(begun.importId());
        }
        return found(begun.importId());
    }

    /** Says of what this replica works on that it does. */
    void holdLeases() throws SQLException {
        if (!working.isEmpty()) {
            transactions.call(connection -> ImportTable.hold(connection, working, lease()));
        }
    }

    /** Works on one that was stored; whether there was one. */
    boolean workOnOne() throws SQLException {
        var claimed = transactions.call(connection -> ImportTable.claim(connection, lease()));
        if (claimed.isEmpty()) {
            return false;
        }
        Import running = claimed.get();
        working.add(running.importId());
        ImportMeasures of = measuresOf(running);
        try (Rows rows = open(running, ImportParts.open(transactions, running.importId()), of)) {
            end(running, rows, of, false);
        } catch (UnreadableUpload e) {
            move(running, State.FAILED, reason(e));
        } catch (IOException e) {
            move(running, State.FAILED, "The compressed upload cannot be read: compress it anew.");
        } catch (RuntimeException e) {
            // Taken up again when the database was away; anything else would break again, for ever.
            if (!SqlErrors.isTransient(e)) {
                move(
                        running,
                        State.FAILED,
                        "It cannot be worked on, by a fault that is not the file's: tell operations.");
            }
            throw e;
        } finally {
            working.remove(running.importId());
        }
        transactions.call(ImportParts::removeEnded);
        return true;
    }

    private void begin(Import begun) {
        working.add(begun.importId());
        call(connection -> {
            ImportTable.insert(connection, begun, lease());
            return null;
        });
    }

    private void end(Import running, Rows rows, ImportMeasures of, boolean isArriving) {
        try {
            new ImportRun(
                            rows,
                            chunk -> chunks.commit(running, worker, chunk, of.assumed()),
                            running.counts().lines())
                    .run();
            move(running, State.DONE, null);
        } catch (Stopped e) {
            // Cancelled, which its state says.
        } catch (UnreadableUpload e) {
            move(running, State.FAILED, reason(e));
        } catch (EOFException | ZipException e) {
            move(
                    running,
                    State.FAILED,
                    "The compressed upload ends too early or is damaged: compress and send it again.");
        } catch (IOException e) {
            move(running, State.INTERRUPTED, "The upload broke off. What is in stays; send the file again.");
        } catch (SQLException e) {
            if (isArriving) {
                move(running, State.INTERRUPTED, "The database was away. What is in stays; send the file again.");
            }
            throw new StoreException(e);
        }
    }

    private Rows open(Import running, InputStream bytes, ImportMeasures of) throws IOException {
        InputStream plain;
        try {
            plain = running.gzip() ? new GZIPInputStream(bytes, GZIP_BUFFER) : bytes;
        } catch (ZipException | EOFException e) {
            throw new UnreadableUpload(
                    "NOT_GZIP", null, "Compress it with gzip, or leave out the header Content-Encoding.");
        }
        return switch (running.form()) {
            case NDJSON -> new NdjsonRows(plain, running.districtId(), observations);
            case CSV -> {
                ImportProfile profile = running.profile();
                if (profile == null) {
                    yield CsvRows.open(plain, ',', '"', new ObservationColumns(running.districtId()));
                }
                Character quote =
                        profile.quote() == null ? null : profile.quote().charAt(0);
                Columns columns = new ProfileColumns(profile, running.districtId(), of::of);
                yield CsvRows.open(plain, profile.separator().charAt(0), quote, columns);
            }
        };
    }

    private ImportMeasures measuresOf(Import running) {
        return new ImportMeasures(running, transactions, measures, definitions, clock);
    }

    private static String reason(UnreadableUpload why) {
        return why.code() + (why.field() == null ? "" : " (" + why.field() + ")") + ": " + why.getMessage();
    }

    private void move(Import running, State state, String reason) {
        call(connection -> ImportTable.move(connection, running.importId(), lease(), state, reason));
    }

    private Import found(UUID importId) {
        return call(connection -> ImportTable.find(connection, importId)).orElseThrow();
    }

    private Lease lease() {
        Instant now = clock.instant();
        return new Lease(worker, now, now.plus(lease));
    }

    private <T> T call(Transactions.Work<T> work) {
        try {
            return transactions.call(work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
