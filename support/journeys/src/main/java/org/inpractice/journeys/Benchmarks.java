package org.inpractice.journeys;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.inpractice.journeys.benchmark.Bench;
import org.inpractice.journeys.benchmark.BulkRate;
import org.inpractice.journeys.benchmark.FeedbackReads;
import org.inpractice.journeys.benchmark.Lag;
import org.inpractice.journeys.benchmark.Measurement;
import org.inpractice.journeys.benchmark.ProjectionRate;
import org.inpractice.journeys.benchmark.RelayRate;
import org.inpractice.journeys.benchmark.StartUp;
import org.inpractice.journeys.benchmark.WriteRate;

/** What {@code ./dev bench} runs: measures this system on this machine, prints tables, and stops by itself. */
public final class Benchmarks {
    private static final String USAGE = """
            Usage: ./dev bench [--quick] [a b c d e f g h]
              a  durable events/s by plain JDBC: what the machine can do
              b  the same posted through measurement-service, in turns with (a)
              c  relay to Kafka, against a bare producer
              d  consume and project, against consume and parse
              e  lag from an acknowledged POST to the other service's read model
              f  feedback reads with more and more observations
              g  start-up and memory of each service
              h  a file of observations, against COPY
            Without letters: all. --quick: smaller and shorter, for a look.
            """;

    private Benchmarks() {}

    /** Runs the measurements whose letters are given, or all. */
    public static void main(String[] arguments) throws Exception {
        boolean quick = false;
        Set<String> wanted = new TreeSet<>();
        for (String argument : arguments) {
            if (argument.equals("--quick")) {
                quick = true;
            } else if (argument.toLowerCase(Locale.ROOT).matches("[a-h]+")) {
                wanted.addAll(List.of(argument.toLowerCase(Locale.ROOT).split("", -1)));
            } else {
                System.err.print(USAGE);
                System.exit(argument.equals("--help") ? 0 : 2);
            }
        }
        wanted.remove("");
        if (wanted.isEmpty()) {
            wanted.addAll(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
        }
        for (Map.Entry<String, Measurement> chosen : measurements(wanted).entrySet()) {
            long began = System.nanoTime();
            // Each on an installation of its own: no measurement pays for the data of another.
            try (Installation installation = Installation.start(true)) {
                Bench bench = Bench.on(installation, quick);
                bench.say("== " + chosen.getKey());
                chosen.getValue().run(bench);
            }
            System.out.printf(
                    "   (%d s)%n%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
        }
        System.exit(0); // Kafka leaves threads behind
    }

    private static Map<String, Measurement> measurements(Set<String> wanted) {
        Map<String, Measurement> chosen = new LinkedHashMap<>();
        if (wanted.contains("b")) {
            chosen.put("a, b: writing", new WriteRate(true));
        } else if (wanted.contains("a")) {
            chosen.put("a: writing", new WriteRate(false));
        }
        if (wanted.contains("c")) {
            chosen.put("c: relay", new RelayRate());
        }
        if (wanted.contains("d")) {
            chosen.put("d: consume and project", new ProjectionRate(true));
        }
        if (wanted.contains("e")) {
            chosen.put("e: lag", new Lag());
        }
        if (wanted.contains("f")) {
            chosen.put("f: feedback reads", new FeedbackReads());
        }
        if (wanted.contains("g")) {
            chosen.put("g: start-up", new StartUp());
        }
        if (wanted.contains("h")) {
            chosen.put("h: files", new BulkRate());
        }
        return chosen;
    }
}
