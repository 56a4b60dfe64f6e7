package org.inpractice.measurement.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.inpractice.api.StoreException;
import org.inpractice.stream.Transactions;

/** The bytes of uploads that are worked on after they were acknowledged: in the database, where every replica finds them. */
final class ImportParts {
    private static final int PART = 1024 * 1024;

    private ImportParts() {}

    /** Says after each part that the upload is alive. */
    interface Alive {
        void touch(Connection connection) throws SQLException;
    }

    /** Stores a stream to its end, part by part, never holding more than one. */
    static void store(Transactions transactions, UUID importId, InputStream input, Alive alive)
            throws IOException, SQLException {
        int part = 0;
        byte[] bytes = input.readNBytes(PART);
        do {
            int number = part++;
            byte[] stored = bytes;
            transactions.call(connection -> {
                try (PreparedStatement statement =
                        connection.prepareStatement("insert into import_part values (?, ?, ?)")) {
                    statement.setObject(1, importId);
                    statement.setInt(2, number);
                    statement.setBytes(3, stored);
                    statement.executeUpdate();
                }
                alive.touch(connection);
                return null;
            });
            bytes = input.readNBytes(PART);
        } while (bytes.length > 0);
    }

    /** Reads them again, one part after the other. */
    static InputStream open(Transactions transactions, UUID importId) {
        return new PartsStream(transactions, importId);
    }

    private static final class PartsStream extends InputStream {
        private final Transactions transactions;
        private final UUID importId;
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);
        private int next;

        PartsStream(Transactions transactions, UUID importId) {
            this.transactions = transactions;
            this.importId = importId;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (part.available() == 0) {
                byte[] bytes = stored(next);
                if (bytes == null) {
                    return -1;
                }
                part = new ByteArrayInputStream(bytes);
                next++;
            }
            return part.read(buffer, offset, length);
        }

        private byte[] stored(int number) {
            try {
                return transactions.call(connection -> part(connection, importId, number));
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }

    private static byte[] part(Connection connection, UUID importId, int number) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select bytes from import_part where import_id = ? and part = ?")) {
            statement.setObject(1, importId);
            statement.setInt(2, number);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        }
    }

    /** Removes those of imports that have ended. */
    static int removeEnded(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                delete from import_part where import_id in (
                    select import_id from import where state in ('done', 'cancelled', 'failed', 'interrupted'))
                """)) {
            return statement.executeUpdate();
        }
    }
}
