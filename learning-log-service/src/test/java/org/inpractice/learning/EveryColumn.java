package org.inpractice.learning;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.stream.Transactions;

/** The whole database as whoever steals it sees it: every table of every schema, every column, whatever its type. */
public final class EveryColumn {
    /** The tables that have a text in any column, in clear or in hexadecimal. */
    public List<String> withText(Transactions transactions, String text) throws SQLException {
        return transactions.call(connection -> {
            List<String> found = new ArrayList<>();
            for (String table : tables(connection)) {
                try (PreparedStatement statement = connection.prepareStatement(
                        "select 1 from %s t where position(? in t::text) > 0 or position(? in t::text) > 0 limit 1"
                                .formatted(table))) {
                    statement.setString(1, text);
                    statement.setString(2, hexadecimal(text));
                    try (ResultSet row = statement.executeQuery()) {
                        if (row.next()) {
                            found.add(table);
                        }
                    }
                }
            }
            return found;
        });
    }

    /** Some rows of a table, as texts of their columns. */
    public List<List<String>> rows(Transactions transactions, String table, String where) throws SQLException {
        return transactions.call(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from %s where %s".formatted(table, where))) {
                List<List<String>> rows = new ArrayList<>();
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        columns.add(row.getString(i));
                    }
                    rows.add(columns);
                }
                return rows;
            }
        });
    }

    /** Puts rows back, as somebody does who restores a backup. */
    public void insert(Transactions transactions, String table, List<List<String>> rows) throws SQLException {
        for (List<String> row : rows) {
            execute(transactions, "insert into %s values ('%s')".formatted(table, String.join("', '", row)));
        }
    }

    /** Runs a statement. */
    public void execute(Transactions transactions, String sql) throws SQLException {
        transactions.call(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1
                        """)) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            return tables;
        }
    }

    private static String hexadecimal(String text) {
        StringBuilder hexadecimal = new StringBuilder();
        text.chars().forEach(character -> hexadecimal.append("%02x".formatted(character)));
        return hexadecimal.toString();
    }
}
