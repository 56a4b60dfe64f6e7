package org.inpractice.cycles.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.cycles.feedback.ToldEvent.FeedbackChanged;
import org.inpractice.stream.EventJson;

/** What was said of cycles, from the table {@code told_verdict}. */
public final class Verdicts {
    private static final OffsetDateTime ALWAYS =
            Instant.parse("9999-01-01T00:00:00Z").atOffset(ZoneOffset.UTC);
    private static final String COLUMNS = "select cycle_id, district_seq, event_id, known_from, known_until, data";

    private Verdicts() {}

    /**
     * What was said of a cycle.
     *
     * @param asOf the instant at which it was known; null for now
     */
    public static Optional<SaidVerdict> of(Connection connection, String districtId, UUID cycleId, Instant asOf)
            throws SQLException {
        return Optional.ofNullable(
                of(connection, districtId, List.of(cycleId), asOf).get(cycleId));
    }

    /** What was said of each of some cycles; those of which nothing was said are left out. */
    public static Map<UUID, SaidVerdict> of(Connection connection, String districtId, List<UUID> cycleIds, Instant asOf)
            throws SQLException {
        Map<UUID, SaidVerdict> said = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + """
                 from told_verdict
                where district_id = ? and cycle_id = any (?) and known_from <= ? and known_until > ?
                """)) {
            OffsetDateTime at = instant(asOf);
            statement.setString(1, districtId);
            statement.setArray(2, connection.createArrayOf("uuid", cycleIds.toArray()));
            statement.setObject(3, at);
            statement.setObject(4, at);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    said.put(row.getObject(1, UUID.class), verdict(row, at));
                }
            }
        }
        return said;
    }

    /** All that was ever said of a cycle by then, newest first, from before a sequence number. */
    static List<SaidVerdict> newestFirst(
            Connection connection, String districtId, UUID cycleId, Instant asOf, long beforeSeq, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + """
                 from told_verdict
                where district_id = ? and cycle_id = ? and known_from <= ? and district_seq < ?
                order by district_seq desc limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, cycleId);
            statement.setObject(3, instant(asOf));
            statement.setLong(4, beforeSeq);
            statement.setInt(5, limit);
            List<SaidVerdict> said = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    said.add(verdict(row, instant(asOf)));
                }
            }
            return said;
        }
    }

    private static SaidVerdict verdict(ResultSet row, OffsetDateTime asOf) throws SQLException {
        FeedbackChanged told = read(row.getString(6));
        OffsetDateTime until = row.getObject(5, OffsetDateTime.class);
        return new SaidVerdict(
                told.verdict(),
                told.verdictBefore(),
                told.why(),
                told.measureId(),
                told.effect(),
                told.fromSequence(),
                told.toSequence(),
                told.ruleSet(),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                until.isAfter(asOf) ? null : until.toInstant());
    }

    /** The instant to look at; with null one that every current row covers. */
    static OffsetDateTime instant(Instant asOf) {
        return asOf == null ? ALWAYS : asOf.atOffset(ZoneOffset.UTC);
    }

    private static FeedbackChanged read(String json) {
        try {
            return EventJson.mapper().readValue(json, FeedbackChanged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("told_verdict holds what it did not write", e);
        }
    }
}
