package org.inpractice.cycles;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.stream.Transactions;

/** Read tables, row for row. */
public final class ReadTables {
    private ReadTables() {}

    /** Everything that stands in them. */
    public static List<String> rows(Transactions transactions, String... tables) throws SQLException {
        return transactions.call(connection -> {
            List<String> rows = new ArrayList<>();
            for (String table : tables) {
                try (var statement = connection.createStatement();
                        var row = statement.executeQuery("select t::text from " + table + " t order by 1")) {
                    while (row.next()) {
                        rows.add(table + row.getString(1));
                    }
                }
            }
            return rows;
        });
    }
}
