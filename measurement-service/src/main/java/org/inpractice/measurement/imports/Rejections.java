package org.inpractice.measurement.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.inpractice.measurement.imports.ImportedRow.Rejected;

/** What is asked of the table {@code import_rejection}. */
final class Rejections {
    private static final int LONGEST_ORIGINAL = 4_000;

    private Rejections() {}

    static void insert(Connection connection, UUID importId, List<Rejected> rejected) throws SQLException {
        if (rejected.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into import_rejection (import_id, line, district_id, code, field, remedy, original)
                select ?, * from unnest(?::bigint[], ?, ?, ?, ?, ?) on conflict do nothing
                """)) {
            statement.setObject(1, importId);
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rejected.stream().map(Rejected::line).toArray(Long[]::new)));
            statement.setArray(3, texts(connection, rejected, Rejected::districtId));
            statement.setArray(4, texts(connection, rejected, Rejected::code));
            statement.setArray(5, texts(connection, rejected, Rejected::field));
            statement.setArray(6, texts(connection, rejected, Rejected::remedy));
            statement.setArray(7, texts(connection, rejected, row -> shortened(row.original())));
            statement.executeUpdate();
        }
    }

    static List<Rejected> after(Connection connection, UUID importId, long line, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select line, district_id, code, field, remedy, original from import_rejection
                where import_id = ? and line > ? order by line limit ?
                """)) {
            statement.setObject(1, importId);
            statement.setLong(2, line);
            statement.setInt(3, limit);
            List<Rejected> rejected = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rejected.add(new Rejected(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)));
                }
            }
            return rejected;
        }
    }

    /** PostgreSQL keeps no NUL, and a long row helps nobody. */
    private static String shortened(String original) {
        String text = original.replace('\0', '\ufffd');
        return text.length() <= LONGEST_ORIGINAL ? text : text.substring(0, LONGEST_ORIGINAL);
    }

    private static java.sql.Array texts(Connection connection, List<Rejected> rejected, Function<Rejected, String> part)
            throws SQLException {
        return connection.createArrayOf("text", rejected.stream().map(part).toArray(String[]::new));
    }
}
