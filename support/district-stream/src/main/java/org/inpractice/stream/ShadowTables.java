package org.inpractice.stream;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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
        statement.execute(
                "create table %s.%s (like public.%s including all excluding indexes)".formatted(schema, table, table));
        // Indexes and constraints keep their names: migrations and error handling know them by name.
        for (String definition : definitions(statement, table)) {
            statement.execute(definition);
        }
    }

    private List<String> definitions(Statement statement, String table) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                select format('alter table %1$s.%2$s add constraint %%I %%s', conname, pg_get_constraintdef(oid))
                from pg_constraint where conrelid = 'public.%2$s'::regclass and contype in ('p', 'u', 'x')
                union all
                select replace(pg_get_indexdef(indexrelid), ' ON public.%2$s ', ' ON %1$s.%2$s ')
                from pg_index where indrelid = 'public.%2$s'::regclass
                    and not exists (select from pg_constraint where conindid = indexrelid and conrelid = indrelid)
                union all
                select 'alter table %1$s.%2$s set (' || array_to_string(reloptions, ', ') || ')'
                from pg_class where oid = 'public.%2$s'::regclass and reloptions is not null
                """.formatted(schema, table))) {
            while (row.next()) {
                definitions.add(row.getString(1));
            }
        }
        return definitions;
    }

    /** Lets the planner know the new tables before the first reader meets them. */
    void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("analyze %s.%s".formatted(schema, table));
            }
        }
    }

    /** Puts them in place of the live tables. Readers wait for the commit, no longer; see {@link PatientSwap}. */
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
