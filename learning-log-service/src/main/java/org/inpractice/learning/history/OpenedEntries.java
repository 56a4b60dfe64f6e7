package org.inpractice.learning.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.learning.sealing.OpenedEvents;
import org.inpractice.learning.sealing.Opener;
import org.inpractice.learning.sealing.Seals;

/** Entries as a reader with a token sees them: what people wrote is stored sealed and opened here. */
@Singleton
public class OpenedEntries {
    private final Seals seals;

    @Inject
    OpenedEntries(Seals seals) {
        this.seals = seals;
    }

    /** The same entries with their texts opened, or told as redacted; one question to the database for all. */
    public List<HistoryEntry> of(Connection connection, String districtId, List<HistoryEntry> entries)
            throws SQLException {
        Opener opener = seals.opener(
                connection,
                districtId,
                entries.stream()
                        .filter(entry -> OpenedEvents.hasTexts(entry.data()))
                        .map(HistoryEntry::aggregateId)
                        .distinct()
                        .toList());
        return entries.stream()
                .map(entry -> entry.withData(OpenedEvents.open(opener, entry.aggregateId(), entry.data())))
                .toList();
    }
}
