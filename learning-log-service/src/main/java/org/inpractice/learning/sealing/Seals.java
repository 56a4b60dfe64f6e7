package org.inpractice.learning.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.StoreException;
import org.inpractice.stream.Transactions;

/** Seals, opens and erases what people wrote. A report is any aggregate whose events carry texts. */
@Singleton
@Startup
public class Seals {
    private final MasterKeys masterKeys;
    private final Transactions transactions;
    private final Fingerprints fingerprints;
    private final ObjectMapper mapper;

    @Inject
    Seals(
            @ConfigProperty(name = MasterKeys.SETTING) Optional<String> masterKeys,
            Transactions transactions,
            ObjectMapper mapper) {
        this.masterKeys = MasterKeys.of(masterKeys);
        this.transactions = transactions;
        this.mapper = mapper;
        try {
            refuseLostMasterKeys();
            this.fingerprints = transactions.call(connection -> Fingerprints.load(connection, this.masterKeys));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Seals the texts of a report, on the caller's transaction. */
    public Sealer sealer(Connection connection, String districtId, UUID reportId) throws SQLException {
        return new Sealer(connection, masterKeys, districtId, reportId);
    }

    /** Opens the texts of any number of reports: one question to the database. */
    public Opener opener(String districtId, Collection<UUID> reportIds) {
        try {
            return transactions.call(connection -> opener(connection, districtId, reportIds));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The same on the caller's transaction. */
    public Opener opener(Connection connection, String districtId, Collection<UUID> reportIds) throws SQLException {
        return new Opener(
                masterKeys,
                districtId,
                reportIds.isEmpty() ? List.of() : TextKeyTable.of(connection, districtId, reportIds));
    }

    /**
     * Erases texts of a report for good, on the caller's transaction, which also appends the event that says so.
     *
     * @param fields their places in the data of events, see {@link org.inpractice.learning.sealing}; empty for all
     * @return the ids of the keys that are gone; empty when there was nothing to erase
     */
    public List<UUID> erase(Connection connection, String districtId, UUID reportId, Collection<String> fields)
            throws SQLException {
        return TextKeyTable.delete(connection, districtId, reportId, fields);
    }

    /** Erases keys that an event says are erased: again, after a backup from before it was restored. */
    public void eraseAgain(Connection connection, Collection<UUID> keyIds) throws SQLException {
        TextKeyTable.delete(connection, keyIds);
    }

    /**
     * The same for the same text in the same district, and without the service's key good for nothing: not even a guess can
     * be confirmed by it.
     */
    public String fingerprint(String districtId, String text) {
        return fingerprints.of(districtId + "\n" + text);
    }

    /** The fingerprint of a request, to be stored beside its idempotency key instead of a digest of its texts. */
    public String fingerprint(Object request) {
        try {
            return fingerprints.of(new String(mapper.writeValueAsBytes(request), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    MasterKeys masterKeys() {
        return masterKeys;
    }

    /** Better not to start than to call every text unreadable. */
    private void refuseLostMasterKeys() throws SQLException {
        List<String> needed = transactions.call(TextKeyTable::masterKeys).stream()
                .filter(id -> !masterKeys.ids().contains(id))
                .toList();
        if (!needed.isEmpty()) {
            throw new IllegalStateException("%s: texts are still sealed under %s; put these keys back behind the first."
                    .formatted(MasterKeys.SETTING, String.join(", ", needed)));
        }
    }
}
