package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    @TempDir
    Path temporary;

    @Test
    void two_launchers_never_have_one_folder() {
        // given
        StackFolder folder = new StackFolder(temporary.resolve("my work"));
        StackLock first = StackLock.take(folder);
        // when
        LocalStackException refusal = assertThrows(LocalStackException.class, () -> StackLock.take(folder));
        // then
        long holder = ProcessHandle.current().pid();
        assertTrue(refusal.getMessage().contains("already runs here (process " + holder + ")"));
        first.close();
        StackLock.take(folder).close();
    }

    @Test
    void data_of_which_one_half_was_taken_away_is_refused() throws IOException {
        // given
        StackFolder folder = new StackFolder(temporary);
        Files.createDirectories(folder.postgres().resolve("base"));
        folder.refuseHalf();
        folder.markWhole();
        // when
        LocalStackException refusal = assertThrows(LocalStackException.class, folder::refuseHalf);
        // then
        assertTrue(refusal.getMessage().contains("lost Kafka's half"));
    }

    @Test
    void stops_a_service_that_a_killed_run_left_and_says_so() throws Exception {
        // given
        StackFolder folder = new StackFolder(temporary.resolve("my work"));
        Process left = new ProcessBuilder(
                        "sh",
                        "-c",
                        "sleep 60; exit 0",
                        folder.program(LocalService.MEASUREMENT).toString())
                .start();
        StackFolder.write(folder.processId(LocalService.MEASUREMENT), left.pid() + "\n");
        List<String> said = new ArrayList<>();
        // when
        Orphans.stop(folder, said::add);
        // then
        assertTrue(left.waitFor(10, TimeUnit.SECONDS));
        assertEquals(
                List.of("Stopping measurement-service (process " + left.pid()
                        + "), left behind by a run that was killed."),
                said);
        assertFalse(Files.exists(folder.processId(LocalService.MEASUREMENT)));
    }

    @Test
    void never_touches_a_process_that_merely_got_the_number_of_an_old_one() throws Exception {
        // given
        StackFolder folder = new StackFolder(temporary);
        Process stranger = new ProcessBuilder("sleep", "60").start();
        StackFolder.write(folder.processId(LocalService.LEARNING_LOG), stranger.pid() + "\n");
        List<String> said = new ArrayList<>();
        // when
        Orphans.stop(folder, said::add);
        // then
        assertTrue(stranger.isAlive());
        assertEquals(List.of(), said);
        stranger.destroyForcibly().waitFor();
    }

    @Test
    void every_port_in_use_is_named_with_who_wanted_it() throws IOException {
        // given
        StackPorts free = StackPorts.free();
        try (ServerSocket one = listen(free.measurement());
                ServerSocket other = listen(free.kafka())) {
            // when
            LocalStackException refusal = assertThrows(LocalStackException.class, free::refuseTaken);
            // then
            assertTrue(refusal.getMessage()
                    .startsWith("Ports " + one.getLocalPort() + " (wanted for measurement-service), "
                            + other.getLocalPort() + " (wanted for Kafka) are in use"));
        }
        free.refuseTaken();
    }

    @Test
    void ports_follow_their_base() {
        assertEquals(8082, StackPorts.from(StackPorts.DEFAULT_BASE).of(LocalService.MEASUREMENT));
        assertThrows(LocalStackException.class, () -> StackPorts.from(80));
        assertThrows(LocalStackException.class, () -> StackPorts.from(65_530));
    }

    @Test
    void what_a_service_is_told_stands_in_its_environment() {
        assertEquals("QUARKUS_OIDC_PUBLIC_KEY", ServiceProcess.environmentName("quarkus.oidc.public-key"));
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }
}
