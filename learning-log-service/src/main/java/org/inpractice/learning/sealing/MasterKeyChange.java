package org.inpractice.learning.sealing;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.stream.Transactions;
import org.jboss.logging.Logger;

/** Wraps all keys anew when the first master key is another one than before; on every replica, each key once. */
@ApplicationScoped
public class MasterKeyChange {
    private static final Logger LOG = Logger.getLogger(MasterKeyChange.class);
    private static final int AT_ONCE = 500;

    @Inject
    Seals seals;

    @Inject
    Transactions transactions;

    @Scheduled(every = "{inpractice.sealing.rewrap-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() throws SQLException {
        rewrap(seals.masterKeys());
    }

    /** Returns when no key is left that another master key wraps. */
    void rewrap(MasterKeys masterKeys) throws SQLException {
        int done = 0;
        int last = AT_ONCE;
        while (last == AT_ONCE) {
            last = transactions.call(connection -> {
                List<TextKey> keys = TextKeyTable.wrappedOtherwise(connection, masterKeys.current(), AT_ONCE);
                TextKeyTable.rewrap(
                        connection,
                        keys.stream().map(key -> anew(masterKeys, key)).toList());
                return keys.size();
            });
            done += last;
        }
        transactions.call(connection -> {
            Fingerprints.rewrap(connection, masterKeys);
            return null;
        });
        if (done > 0) {
            LOG.infof("%d keys are wrapped with master key %s now", done, masterKeys.current());
        }
    }

    private static TextKey anew(MasterKeys masterKeys, TextKey key) {
        byte[] clear = masterKeys
                .unwrap(key.masterKey(), key.wrapped(), key.boundTo())
                .orElseThrow(() -> new IllegalStateException("key " + key.keyId() + " does not unwrap"));
        return new TextKey(
                key.keyId(),
                key.districtId(),
                key.reportId(),
                key.field(),
                masterKeys.current(),
                masterKeys.wrap(clear, key.boundTo()));
    }
}
