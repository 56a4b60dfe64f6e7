package org.inpractice.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with made-up JDKs on a machine whose folders begin in a temporary one, in a path with a space. */
class DevScriptTest {
    @TempDir
    Path temporary;

    private Path machine;
    private Path script;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void an_empty_machine() throws IOException {
        machine = Files.createDirectories(temporary.resolve("a machine"));
        Path tree = Files.createDirectories(machine.resolve("my work"));
        script = Files.copy(
                Path.of("..", "..", "dev"), tree.resolve("dev"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        environment.put("DEV_SYSTEM_ROOT", machine.toString());
        environment.put("HOME", machine.resolve("home").toString());
        environment.put("PATH", basics().toString());
    }

    @Test
    void takes_the_jdk_of_java_home_when_it_is_new_enough() throws Exception {
        // given
        environment.put("JAVA_HOME", jdk("opt/mine", "21.0.2").toString());
        jdk("usr/lib/jvm/newer", "25.0.1");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(machine.resolve("opt/mine").toString(), run.output());
    }

    @Test
    void passes_over_a_java_home_that_is_too_old() throws Exception {
        // given
        environment.put("JAVA_HOME", jdk("opt/old", "17.0.9").toString());
        Path newer = jdk("usr/lib/jvm/newer", "25.0.1");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(newer.toString(), run.output());
    }

    @Test
    void takes_the_jdk_of_the_javac_on_the_path() throws Exception {
        // given
        Path onPath = jdk("opt/on the path", "22");
        environment.merge("PATH", onPath.resolve("bin").toString(), (old, more) -> more + ":" + old);
        jdk("usr/lib/jvm/newer", "25.0.1");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(onPath.toRealPath().toString(), run.output());
    }

    @Test
    void takes_the_newest_of_a_folder_of_jdks_and_reads_the_old_way_of_counting() throws Exception {
        // given
        jdk("usr/lib/jvm/java-8", "1.8.0_402");
        jdk("usr/lib/jvm/java-21", "21.0.2");
        Path newest = jdk("usr/lib/jvm/temurin-25", "25.0.1");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(newest.toString(), run.output());
    }

    @Test
    void finds_those_of_sdkman_and_of_macos() throws Exception {
        // given
        Path bySdkman = jdk("home/.sdkman/candidates/java/25-tem", "25");
        // then
        assertEquals(bySdkman.toString(), dev("jdk").output());
        // given
        Folders.remove(bySdkman);
        Path onMac = jdk("Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home", "25");
        // then
        assertEquals(onMac.toString(), dev("jdk").output());
    }

    @Test
    void asks_macos_java_home_program() throws Exception {
        // given
        Path jdk = jdk("somewhere/else", "23");
        program(machine.resolve("usr/libexec/java_home"), "echo '" + jdk + "'");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(jdk.toString(), run.output());
    }

    @Test
    void says_what_to_install_when_there_is_no_jdk_that_is_new_enough() throws Exception {
        // given
        jdk("usr/lib/jvm/java-17", "17.0.9");
        // when
        Run run = dev("jdk");
        // then
        assertEquals(1, run.exit());
        assertTrue(
                run.output().contains("found only 17 (" + machine.resolve("usr/lib/jvm/java-17") + ")"), run.output());
        assertTrue(run.output().contains("apt install openjdk-21-jdk"), run.output());
    }

    @Test
    void says_what_to_install_when_there_is_no_maven() throws Exception {
        // given
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        // when
        Run run = dev("test");
        // then
        assertEquals(1, run.exit());
        assertTrue(run.output().contains("no mvn on the PATH"), run.output());
    }

    @Test
    void an_unknown_command_or_option_gets_the_usage_and_exit_code_2() throws Exception {
        // when
        Run command = dev("fly");
        Run option = dev("up", "--quickly");
        // then
        assertEquals(2, command.exit());
        assertTrue(command.output().contains("Usage: ./dev"), command.output());
        assertEquals(2, option.exit());
        assertTrue(option.output().contains("does not know --quickly"), option.output());
    }

    @Test
    void the_tests_get_further_arguments_and_end_with_their_counts() throws Exception {
        // given
        jdk("usr/lib/jvm/temurin-25", "25.0.1");
        Path reports = script.resolveSibling("module").resolve("target").resolve("surefire-reports");
        program(Path.of(environment.get("PATH")).resolve("mvn"), """
                echo "maven got: $*"
                sleep 1
                mkdir -p '%1$s'
                echo '<testsuite name="A" time="1" tests="5" errors="1" skipped="1" failures="1">' > '%1$s/TEST-A.xml'
                echo '<testsuite name="B" time="1" tests="7" errors="0" skipped="0" failures="0">' > '%1$s/TEST-B.xml'
                exit 1
                """.formatted(reports));
        // when
        Run run = dev("test", "-pl", "a module");
        // then
        assertEquals(1, run.exit());
        assertTrue(run.output().contains("verify -pl a module"), run.output());
        assertTrue(run.output().contains("RED. 12 tests in 2 classes: 9 passed, 2 failed, 1 skipped"), run.output());
        assertFalse(Files.exists(script.resolveSibling(".dev").resolve("building")));
    }

    private record Run(int exit, String output) {}

    private Run dev(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Run(process.waitFor(), output);
    }

    private Path jdk(String place, String version) throws IOException {
        Path home = machine.resolve(place);
        program(home.resolve("bin/java"), "exit 0");
        program(home.resolve("bin/javac"), "echo javac " + version);
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** A PATH with what every Unix has, and no Java. */
    private Path basics() throws IOException {
        Path folder = Files.createDirectories(machine.resolve("basics"));
        for (String name : List.of(
                "awk",
                "cat",
                "cp",
                "date",
                "dirname",
                "find",
                "grep",
                "head",
                "id",
                "mkdir",
                "mv",
                "readlink",
                "rm",
                "sed",
                "sleep",
                "tail",
                "tee",
                "tr",
                "uname")) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                Path program = Path.of(place + name);
                if (Files.exists(program) && !Files.exists(folder.resolve(name))) {
                    Files.createSymbolicLink(folder.resolve(name), program);
                }
            }
        }
        return folder;
    }

    private static void program(Path file, String body) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
