package org.inpractice.measurement.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.inpractice.measurement.imports.Import.Counts;
import org.inpractice.measurement.imports.Import.Form;
import org.inpractice.measurement.imports.Import.State;
import org.inpractice.stream.EventJson;

/** What is asked of the table {@code import}. */
final class ImportTable {
    private static final String COLUMNS = """
            import_id, district_id, covered, actor, traceparent, form, gzip, profile, dry_run, state, reason,
            started_at, touched_at, ended_at, lines, recorded, corrected, unchanged, rejected, left_out, other_districts
            """;

    private ImportTable() {}

    /** Who works on an import, and until when nobody else may. */
    record Lease(UUID worker, Instant now, Instant until) {}

    static void insert(Connection connection, Import begun, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into import (import_id, district_id, covered, actor, traceparent, form, gzip, profile, dry_run,
                    state, started_at, touched_at, worker, worker_until)
                values (?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?)
                """)) {
            statement.setObject(1, begun.importId());
            statement.setString(2, begun.districtId());
            statement.setArray(
                    3, connection.createArrayOf("text", begun.covered().toArray()));
            statement.setString(4, begun.actor());
            statement.setString(5, begun.traceparent());
            statement.setString(6, begun.form().name());
            statement.setBoolean(7, begun.gzip());
            statement.setString(8, begun.profile() == null ? null : json(begun.profile()));
            statement.setBoolean(9, begun.dryRun());
            statement.setString(10, word(begun.state()));
            statement.setObject(11, at(begun.startedAt()));
            statement.setObject(12, at(begun.touchedAt()));
            statement.setObject(13, lease.worker());
            statement.setObject(14, at(lease.until()));
            statement.executeUpdate();
        }
    }

    static Optional<Import> find(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from import where import_id = ?")) {
            statement.setObject(1, importId);
            return imports(statement).stream().findFirst();
        }
    }

    /** A district's imports, the newest first. */
    static List<Import> ofDistrict(Connection connection, String districtId, UUID before, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS + """
                 from import where district_id = ? and (?::uuid is null or import_id < ?)
                order by import_id desc limit ?
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, before);
            statement.setObject(3, before);
            statement.setInt(4, limit);
            return imports(statement);
        }
    }

    /** Adds what became of a chunk; false when the import is no longer this worker's. */
    static boolean advance(Connection connection, UUID importId, Lease lease, Counts chunk) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set lines = ?, recorded = recorded + ?, corrected = corrected + ?,
                    unchanged = unchanged + ?, rejected = rejected + ?, left_out = left_out + ?,
                    other_districts = other_districts + ?, touched_at = ?, worker_until = ?
                where import_id = ? and state = 'running' and worker = ?
                """)) {
            statement.setLong(1, chunk.lines());
            statement.setLong(2, chunk.recorded());
            statement.setLong(3, chunk.corrected());
            statement.setLong(4, chunk.unchanged());
            statement.setLong(5, chunk.rejected());
            statement.setLong(6, chunk.leftOut());
            statement.setLong(7, chunk.otherDistricts());
            statement.setObject(8, at(lease.now()));
            statement.setObject(9, at(lease.until()));
            statement.setObject(10, importId);
            statement.setObject(11, lease.worker());
            return statement.executeUpdate() == 1;
        }
    }

    /** Says that its bytes are still arriving; fails when it has been stopped. */
    static void stillReceiving(Connection connection, UUID importId, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set touched_at = ?, worker_until = ?
                where import_id = ? and worker = ? and state = 'receiving'
                """)) {
            statement.setObject(1, at(lease.now()));
            statement.setObject(2, at(lease.until()));
            statement.setObject(3, importId);
            statement.setObject(4, lease.worker());
            if (statement.executeUpdate() == 0) {
                throw new ChunkTransaction.Stopped();
            }
        }
    }

    /** Extends the leases of a worker on some imports; those that are no longer its own stay as they are. */
    static int hold(Connection connection, Collection<UUID> importIds, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set worker_until = ?
                where import_id = any (?) and worker = ? and state in ('receiving', 'running')
                """)) {
            statement.setObject(1, at(lease.until()));
            statement.setArray(2, connection.createArrayOf("uuid", importIds.toArray()));
            statement.setObject(3, lease.worker());
            return statement.executeUpdate();
        }
    }

    /** Moves a live import of this worker to another state; false when it is neither. */
    static boolean move(Connection connection, UUID importId, Lease lease, State state, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set state = ?, reason = ?, touched_at = ?, ended_at = ?, worker_until = ?
                where import_id = ? and worker = ? and state in ('receiving', 'running')
                """)) {
            boolean isEnd = state != State.WAITING;
            statement.setString(1, word(state));
            statement.setString(2, reason);
            statement.setObject(3, at(lease.now()));
            statement.setObject(4, isEnd ? at(lease.now()) : null);
            statement.setObject(5, isEnd ? null : at(lease.now()));
            statement.setObject(6, importId);
            statement.setObject(7, lease.worker());
            return statement.executeUpdate() == 1;
        }
    }

    /** Stops an import that has not ended; false when it has. */
    static boolean cancel(Connection connection, UUID importId, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set state = 'cancelled', touched_at = ?, ended_at = ?
                where import_id = ? and state in ('receiving', 'waiting', 'running')
                """)) {
            statement.setObject(1, at(now));
            statement.setObject(2, at(now));
            statement.setObject(3, importId);
            return statement.executeUpdate() == 1;
        }
    }

    /** Takes one whose bytes are all here and which nobody works on, or whose worker has not been heard of. */
    static Optional<Import> claim(Connection connection, Lease lease) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set state = 'running', worker = ?, worker_until = ?, touched_at = ?
                where import_id = (
                    select import_id from import
                    where state in ('waiting', 'running') and worker_until <= ?
                        and exists (select from import_part p where p.import_id = import.import_id)
                    order by worker_until limit 1 for update skip locked)
                returning""" + " " + COLUMNS)) {
            statement.setObject(1, lease.worker());
            statement.setObject(2, at(lease.until()));
            statement.setObject(3, at(lease.now()));
            statement.setObject(4, at(lease.now()));
            return imports(statement).stream().findFirst();
        }
    }

    /** Says of those that broke off and cannot be taken up again that they did. */
    static int giveUpInterrupted(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update import set state = 'interrupted', ended_at = ?,
                    reason = 'The connection or the service broke off. What is in stays; send the file again.'
                where worker_until <= ? and (state = 'receiving' or (state = 'running'
                    and not exists (select from import_part p where p.import_id = import.import_id)))
                """)) {
            statement.setObject(1, at(now));
            statement.setObject(2, at(now));
            return statement.executeUpdate();
        }
    }

    private static List<Import> imports(PreparedStatement statement) throws SQLException {
        List<Import> imports = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String profile = row.getString(8);
                OffsetDateTime ended = row.getObject(14, OffsetDateTime.class);
                imports.add(new Import(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Arrays.asList((String[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getString(5),
                        Form.valueOf(row.getString(6)),
                        row.getBoolean(7),
                        profile == null ? null : profile(profile),
                        row.getBoolean(9),
                        State.valueOf(row.getString(10).toUpperCase(java.util.Locale.ROOT)),
                        row.getString(11),
                        row.getObject(12, OffsetDateTime.class).toInstant(),
                        row.getObject(13, OffsetDateTime.class).toInstant(),
                        ended == null ? null : ended.toInstant(),
                        new Counts(
                                row.getLong(15),
                                row.getLong(16),
                                row.getLong(17),
                                row.getLong(18),
                                row.getLong(19),
                                row.getLong(20),
                                row.getLong(21))));
            }
        }
        return imports;
    }

    static String json(ImportProfile profile) {
        try {
            return EventJson.mapper().writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static ImportProfile profile(String json) {
        try {
            return EventJson.mapper().readValue(json, ImportProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored import profile is unreadable", e);
        }
    }

    private static String word(State state) {
        return state.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
