package org.inpractice.measurement.imports;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.inpractice.stream.Transactions;

/** Works on stored uploads, one at a time on each replica; takes over from a replica that fell silent. */
@ApplicationScoped
class ImportWorker {
    /** How long refused rows are kept: their text may tell of small groups. */
    private static final Duration KEPT = Duration.ofDays(90);

    @Inject
    Imports imports;

    @Inject
    Transactions transactions;

    @Inject
    Clock clock;

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void work() throws SQLException {
        boolean more = imports.workOnOne();
        while (more) {
            more = imports.workOnOne();
        }
    }

    /** A sender may pause for as long as the connection lasts: only a replica that is gone loses its uploads. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void holdLeases() throws SQLException {
        imports.holdLeases();
    }

    @Scheduled(every = "{inpractice.imports.look-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void giveUpInterrupted() throws SQLException {
        if (transactions.call(connection -> ImportTable.giveUpInterrupted(connection, clock.instant())) > 0) {
            transactions.call(ImportParts::removeEnded);
        }
    }

    @Scheduled(every = "24h", delayed = "10m")
    void forgetOldRejections() throws SQLException {
        transactions.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("""
                    delete from import_rejection where import_id in (select import_id from import where ended_at < ?)
                    """)) {
                statement.setObject(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }
}
