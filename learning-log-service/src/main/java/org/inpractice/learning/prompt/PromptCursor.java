package org.inpractice.learning.prompt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.inpractice.learning.Query;
import org.inpractice.learning.followed.FollowedSteps;

/**
 * Up to where has been looked at what was told of a district.
 *
 * @param sequences by source; under {@value #GUARDS} that of the last guard that was set or withdrawn in our own stream
 */
record PromptCursor(SortedMap<String, Long> sequences) {
    /** The guards are told in this service's own stream. */
    static final String GUARDS = "guards";

    /** So many events of a source are looked at in one transaction: a district's writers wait for a moment only. */
    private static final long STRIDE = 5_000;

    /** Districts of which something was told since the last look. */
    static List<String> districtsBehind(Connection connection) throws SQLException {
        return Query.of("""
                        select distinct told.district_id from (
                            select district_id, source, last_seq from followed_reach
                            union all
                            select district_id, ?, max(district_seq) from guard group by district_id) as told
                        left join prompt_cursor done using (district_id, source)
                        where done.last_seq is null or done.last_seq < told.last_seq
                        order by told.district_id
                        """, GUARDS).rows(connection, row -> row.getString(1));
    }

    /** Where a district stands. */
    static PromptCursor read(Connection connection, String districtId) throws SQLException {
        SortedMap<String, Long> sequences = new TreeMap<>();
        Query.of("select source, last_seq from prompt_cursor where district_id = ?", districtId)
                .rows(connection, row -> sequences.put(row.getString(1), row.getLong(2)));
        return new PromptCursor(sequences);
    }

    /** Where it stands when all that is there has been looked at. */
    static PromptCursor end(Connection connection, String districtId) throws SQLException {
        SortedMap<String, Long> sequences = new TreeMap<>(FollowedSteps.reach(connection, districtId));
        Query.of("select max(district_seq) from guard where district_id = ?", districtId)
                .first(connection, row -> row.getLong(1))
                .filter(last -> last > 0)
                .ifPresent(last -> sequences.put(GUARDS, last));
        return new PromptCursor(sequences);
    }

    long of(String source) {
        return sequences.getOrDefault(source, 0L);
    }

    /** As far as one look goes. */
    PromptCursor towards(PromptCursor end) {
        SortedMap<String, Long> next = new TreeMap<>();
        end.sequences.forEach((source, last) -> next.put(source, Math.min(last, of(source) + STRIDE)));
        return new PromptCursor(next);
    }

    /** Stores it; another replica may have come further. */
    void keep(Connection connection, String districtId) throws SQLException {
        for (Map.Entry<String, Long> sequence : sequences.entrySet()) {
            Query.of("""
                            insert into prompt_cursor as stood (district_id, source, last_seq) values (?, ?, ?)
                            on conflict (district_id, source)
                            do update set last_seq = greatest(stood.last_seq, excluded.last_seq)
                            """, districtId, sequence.getKey(), sequence.getValue()).run(connection);
        }
    }
}
