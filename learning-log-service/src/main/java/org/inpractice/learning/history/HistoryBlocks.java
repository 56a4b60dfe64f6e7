package org.inpractice.learning.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.inpractice.stream.RecordedEvent;

/**
 * Hashes over runs of a sequence, for partners who compare what they hold with what we hold.
 *
 * <p>A sequence is cut into blocks of {@value #SIZE} numbers: 1 to 1,024, 1,025 to 2,048, … A full block never changes, so
 * its hashes are stored with the event that fills it.
 */
public final class HistoryBlocks {
    /** How many numbers a block has. Our choice: a million events are a thousand rows, and one block is hashed in 2 ms. */
    public static final int SIZE = 1024;

    /**
     * The two hashes of the rows of a group, of the table {@code history} as {@code h}: of what the events are, and of
     * what was published of them, byte for byte.
     */
    public static final String HASHES = """
            sha256(convert_to(string_agg(concat_ws(E'\\t', h.district_seq, h.event_id, h.type,
                h.aggregate_type || '/' || h.aggregate_id) || E'\\n', '' order by h.district_seq), 'UTF8')),
            sha256(convert_to(string_agg(concat_ws(E'\\t', h.district_seq, h.event_id,
                encode(sha256(convert_to(h.data::text, 'UTF8')), 'hex')) || E'\\n', '' order by h.district_seq), 'UTF8'))
            """;

    private HistoryBlocks() {}

    /** Stores the hashes of the blocks that these events, just inserted, have filled. */
    static void fill(Connection connection, List<RecordedEvent> inserted) throws SQLException {
        List<RecordedEvent> last = inserted.stream()
                .filter(event -> event.districtSeq() % SIZE == 0)
                .toList();
        if (last.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into history_block (district_id, source, block, events_hash, published_hash)
                select district_id, source, (district_seq - 1) / %2$d, %1$s
                from history h where district_id = ? and source = ? and district_seq > ? and district_seq <= ?
                group by 1, 2, 3 having count(*) = %2$d
                on conflict do nothing
                """.formatted(HASHES, SIZE))) {
            for (RecordedEvent event : last) {
                statement.setString(1, event.districtId());
                statement.setString(2, event.source());
                statement.setLong(3, event.districtSeq() - SIZE);
                statement.setLong(4, event.districtSeq());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
