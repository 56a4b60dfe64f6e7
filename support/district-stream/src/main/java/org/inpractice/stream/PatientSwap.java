package org.inpractice.stream;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

/**
 * Runs the transaction that swaps read tables. It needs them alone, and whoever is using them goes first: after half a
 * second of waiting it lets everybody pass and tries again, so a long report neither fails nor stops the service.
 */
final class PatientSwap {
    /** Shorter than PostgreSQL's deadlock_timeout (1 s), so that a writer is never the one that is chosen to fail. */
    private static final int LOCK_TIMEOUT_MILLIS = 500;

    private static final int ATTEMPTS = 600;
    private static final long PAUSE_MILLIS = 200;

    private PatientSwap() {}

    /** What must happen before another attempt. */
    @FunctionalInterface
    interface Again {
        void prepare() throws SQLException;
    }

    static void run(Transactions transactions, Transactions.Work<Void> swap, Again again) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.call(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("set local lock_timeout = " + LOCK_TIMEOUT_MILLIS);
                    }
                    return swap.run(connection);
                });
                return;
            } catch (SQLException e) {
                if (!SqlErrors.isLostLock(e) || attempt == ATTEMPTS) {
                    throw e;
                }
                pause();
                again.prepare();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for read tables", e);
        }
    }
}
