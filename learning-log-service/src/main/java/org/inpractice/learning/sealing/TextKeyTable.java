package org.inpractice.learning.sealing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The table {@code text_key}. Nothing of it is remembered between requests, so what is erased is gone at once everywhere. */
final class TextKeyTable {
    private static final String COLUMNS = "key_id, district_id, report_id, field, master_key, wrapped";

    private TextKeyTable() {}

    /** All keys of some reports. */
    static List<TextKey> of(Connection connection, String districtId, Collection<UUID> reportIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + COLUMNS + " from text_key where district_id = ? and report_id = any(?)")) {
            statement.setString(1, districtId);
            statement.setArray(2, connection.createArrayOf("uuid", reportIds.toArray()));
            return keys(statement);
        }
    }

    /** Adds a key, unless the field has one; whoever was faster is waited for. */
    static boolean add(Connection connection, TextKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into text_key (" + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?) on conflict (report_id, field, district_id) do nothing")) {
            statement.setObject(1, key.keyId());
            statement.setString(2, key.districtId());
            statement.setObject(3, key.reportId());
            statement.setString(4, key.field());
            statement.setString(5, key.masterKey());
            statement.setString(6, key.wrapped());
            return statement.executeUpdate() == 1;
        }
    }

    /**
     * Deletes the keys of a report.
     *
     * @param fields empty for all
     */
    static List<UUID> delete(Connection connection, String districtId, UUID reportId, Collection<String> fields)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from text_key
                where district_id = ? and report_id = ? and (cardinality(?::text[]) = 0 or field = any(?))
                returning key_id
                """)) {
            statement.setString(1, districtId);
            statement.setObject(2, reportId);
            statement.setArray(3, connection.createArrayOf("text", fields.toArray()));
            statement.setArray(4, connection.createArrayOf("text", fields.toArray()));
            List<UUID> deleted = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deleted.add(row.getObject(1, UUID.class));
                }
            }
            return deleted.stream().sorted().toList();
        }
    }

    /** Deletes keys by their ids. */
    static void delete(Connection connection, Collection<UUID> keyIds) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from text_key where key_id = any(?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", keyIds.toArray()));
            statement.executeUpdate();
        }
    }

    /** Some keys that another master key than this one wraps, locked; none that somebody else has locked. */
    static List<TextKey> wrappedOtherwise(Connection connection, String masterKey, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select " + COLUMNS
                + " from text_key where master_key <> ? order by key_id limit ? for update skip locked")) {
            statement.setString(1, masterKey);
            statement.setInt(2, limit);
            return keys(statement);
        }
    }

    /** Stores keys as they are wrapped now. */
    static void rewrap(Connection connection, List<TextKey> keys) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update text_key set master_key = ?, wrapped = ? where key_id = ?")) {
            for (TextKey key : keys) {
                statement.setString(1, key.masterKey());
                statement.setString(2, key.wrapped());
                statement.setObject(3, key.keyId());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The ids of all master keys in use. */
    static List<String> masterKeys(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select master_key from text_key union select master_key from fingerprint_key order by 1");
                ResultSet row = statement.executeQuery()) {
            List<String> ids = new ArrayList<>();
            while (row.next()) {
                ids.add(row.getString(1));
            }
            return ids;
        }
    }

    private static List<TextKey> keys(PreparedStatement statement) throws SQLException {
        List<TextKey> keys = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                keys.add(new TextKey(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return keys;
    }
}
