package org.inpractice.measurement.imports;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes the rows of one upload in, chunk by chunk: while one chunk is committed the next is read, and no more than these two
 * are held.
 */
final class ImportRun {
    private static final int CHUNK = 1_000;

    private final Rows rows;
    private final ChunkWriter writer;
    private final long linesDone;
    private final SeenKeys seen = new SeenKeys();

    /** @param linesDone up to which line an earlier run has come: what lies before is not taken again */
    ImportRun(Rows rows, ChunkWriter writer, long linesDone) {
        this.rows = rows;
        this.writer = writer;
        this.linesDone = linesDone;
    }

    /** Commits a chunk, or throws and leaves nothing of it. */
    interface ChunkWriter {
        void write(Chunk chunk) throws SQLException;
    }

    /**
     * Runs to the end of the upload.
     *
     * @throws UnreadableUpload when it cannot be read on; what came before is committed
     * @throws IOException when it broke off; what came before is committed
     * @throws SQLException when a chunk could not be committed
     */
    void run() throws IOException, SQLException {
        try (ExecutorService committer = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("import-commit").factory())) {
            Future<?> before = null;
            IOException broken = null;
            boolean more = true;
            while (more) {
                Chunk chunk = new Chunk();
                try {
                    more = fill(chunk);
                } catch (IOException e) {
                    // What was read before the break is good.
                    broken = e;
                    more = false;
                }
                finish(before);
                before = chunk.isEmpty()
                        ? null
                        : committer.submit(() -> {
                            writer.write(chunk);
                            return null;
                        });
            }
            finish(before);
            if (broken != null) {
                throw broken;
            }
        }
    }

    /** Up to the size of a chunk; false at the end of the upload. */
    private boolean fill(Chunk chunk) throws IOException {
        while (chunk.rows() < CHUNK) {
            ImportedRow row = rows.next();
            if (row == null) {
                return false;
            }
            boolean isRepeated = row instanceof ImportedRow.Told told && !seen.add(told.districtId(), told.request());
            if (row.line() > linesDone) {
                chunk.add(row, isRepeated);
            }
        }
        return true;
    }

    private static void finish(Future<?> commit) throws SQLException {
        if (commit == null) {
            return;
        }
        try {
            commit.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SQLException sql -> throw sql;
                case RuntimeException unexpected -> throw unexpected;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a chunk was committed", e);
        }
    }
}
