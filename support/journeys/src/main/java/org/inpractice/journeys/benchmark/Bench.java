package org.inpractice.journeys.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.inpractice.journeys.Installation;

/**
 * Where a measurement runs and how long it may take.
 *
 * @param installation PostgreSQL with fsync on, and Kafka
 * @param rounds how often each figure is taken; the median counts
 * @param roundTime how long a figure is taken
 * @param quick for a look: fewer and smaller
 */
public record Bench(Installation installation, int rounds, Duration roundTime, boolean quick) {
    /** How many districts take part. */
    public static final int DISTRICTS = 1_000;

    /** A bench on an installation. */
    public static Bench on(Installation installation, boolean quick) {
        return new Bench(installation, 3, Duration.ofSeconds(quick ? 2 : 5), quick);
    }

    /** Prints a line. */
    public void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** A smaller number for a quick run. */
    int scaled(int full, int quickly) {
        return quick ? quickly : full;
    }

    /** The id of one of the districts. */
    static String district(int index) {
        return "19%05d".formatted(index);
    }

    static List<String> districts() {
        List<String> districts = new ArrayList<>();
        for (int i = 0; i < DISTRICTS; i++) {
            districts.add(district(i));
        }
        return districts;
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    static String perSecond(double figure) {
        return figure >= 10_000 ? "%,.0fk".formatted(figure / 1_000) : "%,.0f".formatted(figure);
    }
}
