package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgreSqlTest {
    @TempDir
    Path folder;

    @Test
    void keeps_its_data_over_a_restart() throws SQLException {
        // given
        Path data = folder.resolve("a folder with spaces");
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(data, 0, true)) {
            server.createDatabase("districts");
            execute(server, "create table kept (id text)", "insert into kept values ('0019647')");
        }
        // when
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(data, 0, true)) {
            server.createDatabase("districts");
            // then
            assertEquals("0019647", query(server, "select id from kept"));
            assertEquals("on", query(server, "show fsync"));
            assertEquals("on", query(server, "show synchronous_commit"));
            assertEquals("on", query(server, "show full_page_writes"));
        }
    }

    @Test
    void refuses_a_port_on_which_somebody_else_listens() throws IOException {
        // given
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // when
            LocalStackException refusal = assertThrows(
                    LocalStackException.class,
                    () -> EmbeddedPostgreSql.start(folder.resolve("data"), stranger.getLocalPort(), false));
            // then
            assertTrue(refusal.getMessage().contains("Port " + stranger.getLocalPort() + " is in use"));
        }
    }

    @Test
    void never_attaches_to_another_postgresql_on_its_port() {
        // given
        try (EmbeddedPostgreSql foreign = EmbeddedPostgreSql.start(folder.resolve("foreign"), 0, false)) {
            // when
            LocalStackException refusal = assertThrows(
                    LocalStackException.class,
                    () -> EmbeddedPostgreSql.start(folder.resolve("ours"), foreign.port(), false));
            // then
            assertTrue(refusal.getMessage().contains("is in use"));
        }
    }

    @Test
    void finds_and_stops_the_server_that_a_killed_run_left_on_its_folder() {
        // given
        Path data = folder.resolve("data");
        EmbeddedPostgreSql left = EmbeddedPostgreSql.start(data, 0, false);
        long pid = left.pid();
        // when
        LocalStackException refusal =
                assertThrows(LocalStackException.class, () -> EmbeddedPostgreSql.start(data, 0, false));
        // then
        assertTrue(refusal.getMessage().contains("process " + pid));
        assertEquals(pid, EmbeddedPostgreSql.orphan(data).orElseThrow().pid());
        EmbeddedPostgreSql.stopServerOf(data);
        assertTrue(EmbeddedPostgreSql.orphan(data).isEmpty());
        left.stop();
    }

    @Test
    void refuses_a_data_folder_of_another_major_version() throws IOException {
        // given
        Path data = Files.createDirectories(folder.resolve("data").resolve("global"))
                .getParent();
        Files.writeString(data.resolve("PG_VERSION"), "15\n");
        Files.writeString(data.resolve("postgresql.conf"), "");
        Files.writeString(data.resolve("global").resolve("pg_control"), "");
        // when
        LocalStackException refusal =
                assertThrows(LocalStackException.class, () -> EmbeddedPostgreSql.start(data, 0, false));
        // then
        assertTrue(refusal.getMessage().contains("made by PostgreSQL 15, this is 18"));
    }

    @Test
    void refuses_a_data_folder_with_files_missing() {
        // given
        Path data = folder.resolve("data");
        EmbeddedPostgreSql.start(data, 0, false).stop();
        Folders.remove(data.resolve("global"));
        // when
        LocalStackException refusal =
                assertThrows(LocalStackException.class, () -> EmbeddedPostgreSql.start(data, 0, false));
        // then
        assertTrue(refusal.getMessage().contains("not a whole PostgreSQL data folder"));
    }

    private static void execute(EmbeddedPostgreSql server, String... commands) throws SQLException {
        try (Connection connection = server.dataSource("districts").getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private static String query(EmbeddedPostgreSql server, String query) throws SQLException {
        try (Connection connection = server.connection("districts");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
