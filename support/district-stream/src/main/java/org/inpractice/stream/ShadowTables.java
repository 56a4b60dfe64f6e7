package org.inpractice.stream;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Empty copies of read tables in a schema of their own, filled by a rebuild while the live ones go on answering, and
 * put in their place in one transaction.
 */
final class ShadowTables {
    private final String schema;
    private final List<String> tables;

    ShadowTables(String readModel, List<String> tables) {
        this.schema = "rebuild_" + readModel.replace('-', '_');
        this.tables = List.copyOf(tables);
    }

    String schema() {
        return schema;
    }

    /** Makes them anew, whatever an interrupted rebuild left behind. */
    void create(Connection connection, List<String> alsoWithoutSwap) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema + " cascade");
            statement.execute("create schema " + schema);
            for (String table : tables) {
                copy(statement, table);
            }
            for (String table : alsoWithoutSwap) {
                copy(statement, table);
            }
        }
    }

    private void copy(Statement statement, String table) throws SQLException {
        statement.execute("create table %s.%s (like public.%s including all)".formatted(schema, table, table));
    }

    /** Puts them in place of the live tables. Readers wait for the commit, no longer. */
    void swap(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("drop table public." + table);
                statement.execute("alter table %s.%s set schema public".formatted(schema, table));
            }
            statement.execute("drop schema " + schema + " cascade");
        }
    }
}
