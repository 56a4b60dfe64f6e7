package org.inpractice.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.inpractice.stack.demo.Demonstration;
import org.inpractice.stack.sample.SampleDistrict;

/**
 * What {@code ./dev up}, {@code ./dev demo} and {@code ./dev token} run. Whatever ends it, Ctrl-C, SIGTERM, a service that dies
 * or the end of a demonstration, it stops what it started.
 */
public final class Launcher {
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final LauncherOptions options;
    private final StackFolder folder;
    private LocalStack stack;

    private Launcher(LauncherOptions options) {
        this.options = options;
        this.folder = new StackFolder(options.folder());
    }

    /** Runs one command. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        Launcher launcher;
        try {
            launcher = new Launcher(LauncherOptions.of(arguments));
        } catch (LocalStackException e) {
            complain(e.getMessage());
            return 2;
        }
        try {
            return launcher.run();
        } catch (LocalStackException e) {
            // While stopping, what was under way fails as a matter of course.
            if (launcher.stack == null || !launcher.stack.stopping()) {
                complain(e.getMessage());
            }
            return 1;
        }
    }

    private int run() {
        return switch (options.command()) {
            case "up" -> up();
            case "demo" -> demonstrate();
            case "token" -> token();
            default ->
                throw new LocalStackException("The launcher does not know the command " + options.command() + ".");
        };
    }

    private int token() {
        say(DevelopmentTokens.in(folder.root())
                .token(options.subject(), List.of(options.district()), options.scopes(), options.lifetime()));
        return 0;
    }

    private int up() {
        start(options.ports());
        SampleTour tour = options.sample() ? sample() : null;
        renewToken();
        Welcome.lines(folder, stack, tour).forEach(Launcher::say);
        awaitTheEnd();
        return 0;
    }

    private int demonstrate() {
        start(StackPorts.free());
        SampleTour tour = sample();
        try (DistrictClient client = client()) {
            new Demonstration(client, stack.bootstrapServers(), tour, Launcher::say).show();
        }
        return 0;
    }

    private void start(StackPorts ports) {
        StackLock lock = StackLock.take(folder);
        Path state = folder.root().getParent();
        Orphans.removeDemonstrations(options.temporary() ? state : folder.root(), Launcher::say);
        Orphans.stop(folder, Launcher::say);
        if (options.fresh()) {
            folder.removeData();
        }
        stack = new LocalStack(
                folder, ports, DevelopmentTokens.in(folder.root()), Launcher::say, Launcher::tellDeathAndEnd);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock), "stop"));
        stack.start();
    }

    private void stop(StackLock lock) {
        stack.close();
        lock.close();
        if (options.temporary()) {
            Folders.remove(folder.root());
        }
    }

    private SampleTour sample() {
        Path marker = folder.sampleLoaded();
        if (Files.exists(marker)) {
            say("The sample district is loaded already.");
            return SampleTour.read(marker);
        }
        say("Loading the sample district through the REST API");
        long began = System.nanoTime();
        SampleTour tour;
        try (DistrictClient client = client()) {
            tour = SampleDistrict.load(client, Launcher::say);
        }
        tour.write(marker);
        say("Sample district loaded (%.1f s)".formatted((System.nanoTime() - began) / 1e9));
        return tour;
    }

    private DistrictClient client() {
        Map<LocalService, java.net.URI> addresses = Arrays.stream(LocalService.values())
                .collect(Collectors.toMap(service -> service, service -> stack.address(service)));
        return new DistrictClient(addresses, SampleDistrict.ID, sampleToken(SampleDistrict.ACTOR));
    }

    private String sampleToken(String subject) {
        return DevelopmentTokens.in(folder.root())
                .token(subject, List.of(SampleDistrict.ID), DevelopmentTokens.ALL_SCOPES, TOKEN_LIFETIME);
    }

    /** Keeps the token file good for hours, so that a curl line copied this morning works this evening. */
    private void renewToken() {
        Runnable renew = () -> {
            try {
                StackFolder.writePrivately(folder.token(), sampleToken("developer"));
            } catch (LocalStackException e) {
                complain(e.getMessage());
            }
        };
        renew.run();
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("token").factory());
        var unused = timer.scheduleAtFixedRate(renew, 1, 1, TimeUnit.HOURS);
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tellDeathAndEnd(LocalStack.Death death) {
        complain(death.who() + ". The end of its log:");
        death.lastWords().forEach(line -> complain("  | " + line));
        if (death.lastWords().stream().anyMatch(line -> line.contains("FlywayValidate"))) {
            complain("The kept data was made by another version of the tables: start anew with --fresh.");
        }
        System.exit(1);
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void complain(String line) {
        System.err.println(line);
    }
}
