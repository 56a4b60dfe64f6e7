package org.inpractice.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.inpractice.stack.sample.SampleDistrict;

/**
 * The launcher's command line.
 *
 * @param command up, demo or token
 * @param folder where the stack keeps what it has
 * @param fresh whether kept data is thrown away first
 * @param base of the ports; 0 for any free ones
 * @param sample whether the sample district is wanted
 */
record LauncherOptions(
        String command,
        Path folder,
        boolean fresh,
        int base,
        boolean sample,
        String subject,
        String district,
        List<String> scopes,
        Duration lifetime) {

    static LauncherOptions of(List<String> arguments) {
        String command = arguments.isEmpty() ? "up" : arguments.getFirst();
        Path folder = Path.of(".dev");
        boolean fresh = false;
        boolean sample = true;
        int base = StackPorts.DEFAULT_BASE;
        String subject = "developer";
        String district = SampleDistrict.ID;
        List<String> scopes = DevelopmentTokens.ALL_SCOPES;
        Duration lifetime = Duration.ofHours(12);
        var rest = arguments.stream().skip(1).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--no-sample" -> sample = false;
                case "--folder" -> folder = Path.of(value(option, rest));
                case "--ports" -> base = base(value(option, rest));
                case "--subject" -> subject = value(option, rest);
                case "--district" -> district = value(option, rest);
                case "--scopes" -> scopes = List.of(value(option, rest).split(" ", -1));
                case "--hours" -> lifetime = Duration.ofHours(number(option, value(option, rest)));
                default ->
                    throw new LocalStackException(
                            "./dev " + command + " does not know " + option + ": see ./dev help.");
            }
        }
        return new LauncherOptions(command, folder, fresh, base, sample, subject, district, scopes, lifetime);
    }

    /** Whether the folder goes when the command ends. */
    boolean temporary() {
        return command.equals("demo");
    }

    StackPorts ports() {
        return base == 0 ? StackPorts.free() : StackPorts.from(base);
    }

    private static int base(String value) {
        if (value.equals("free")) {
            return 0;
        }
        int base = number("--ports", value);
        StackPorts.refuseBase(base);
        return base;
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,5}")) {
            throw new LocalStackException(option + " wants a number, not " + value + ".");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new LocalStackException(option + " wants a value: see ./dev help.");
        }
        return rest.next();
    }
}
