package org.inpractice.learning.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one key of the whole service, which is wrapped like all others. */
final class Fingerprints {
    private static final String BOUND_TO = "fingerprint_key";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Fingerprints(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** With the key of the database, which the first one to come makes. */
    static Fingerprints load(Connection connection, MasterKeys masterKeys) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into fingerprint_key (single, master_key, wrapped) values (true, ?, ?) on conflict do nothing")) {
            insert.setString(1, masterKeys.current());
            insert.setString(2, masterKeys.wrap(TextCipher.newKey(), BOUND_TO));
            insert.executeUpdate();
        }
        return new Fingerprints(stored(connection, masterKeys));
    }

    /** Wraps the key with the current master key. */
    static void rewrap(Connection connection, MasterKeys masterKeys) throws SQLException {
        byte[] key = stored(connection, masterKeys);
        try (PreparedStatement update = connection.prepareStatement(
                "update fingerprint_key set master_key = ?, wrapped = ? where master_key <> ?")) {
            update.setString(1, masterKeys.current());
            update.setString(2, masterKeys.wrap(key, BOUND_TO));
            update.setString(3, masterKeys.current());
            update.executeUpdate();
        }
    }

    private static byte[] stored(Connection connection, MasterKeys masterKeys) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select master_key, wrapped from fingerprint_key for update");
                ResultSet row = select.executeQuery()) {
            row.next();
            return masterKeys
                    .unwrap(row.getString(1), row.getString(2), BOUND_TO)
                    .orElseThrow(() -> new IllegalStateException(
                            MasterKeys.SETTING + ": a master key is another one than before under the same id."));
        }
    }

    String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + ALGORITHM, e);
        }
    }
}
