package org.inpractice.stack.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The numbers of the sample district, the same in every run. */
public final class SampleSeries {
    private static final long SEED = 2_023;
    private static final String ALL = "all";
    private static final List<YearMonth> MONTHS = months();
    private static final List<String> SCHOOLS = List.of("alder", "birch", "cedar", "dogwood");
    /** Every change of the story begins here: Alder's calls, Birch's visits. */
    private static final LocalDate CHANGE = LocalDate.of(2024, 9, 3);

    private SampleSeries() {}

    /**
     * One data point as a school posts it; what does not apply is null.
     *
     * @param site key of the site in the story
     * @param period in the form of the measure's period
     * @param status reported, suppressed or not_reported
     * @param known the day on which the school posted it
     */
    public record Observation(
            String site,
            String studentGroup,
            String period,
            String status,
            BigDecimal value,
            Integer numerator,
            Integer denominator,
            LocalDate known) {}

    /** The observations of one measure of the story. */
    public static List<Observation> of(String measure) {
        return switch (measure) {
            case "chronic-absenteeism" -> chronicAbsenteeism();
            case "calls-home" -> callsHome();
            case "call-hours" -> callHours();
            default -> throw new IllegalArgumentException("no series for the measure " + measure);
        };
    }

    /** Monthly, from the table; months run August to May. */
    private static List<Observation> chronicAbsenteeism() {
        List<Observation> observations = new ArrayList<>();
        for (String line : lines("chronic-absenteeism.txt")) {
            String[] columns = line.strip().split("\\s+", -1);
            int enrolled = Integer.parseInt(columns[2]);
            if (columns.length != 3 + MONTHS.size()) {
                throw new IllegalStateException("a month is missing: " + line);
            }
            for (int month = 0; month < MONTHS.size(); month++) {
                observations.add(absent(columns[0], columns[1], MONTHS.get(month), columns[3 + month], enrolled));
            }
        }
        return observations;
    }

    private static Observation absent(String site, String group, YearMonth month, String absent, int enrolled) {
        LocalDate known = month.plusMonths(1).atDay(3);
        String status = switch (absent) {
            case "-" -> "not_reported";
            case "*" -> "suppressed";
            default -> "reported";
        };
        boolean reported = status.equals("reported");
        return new Observation(
                site,
                group,
                month.toString(),
                status,
                null,
                reported ? Integer.valueOf(absent) : null,
                reported ? enrolled : null,
                known);
    }

    /** Weekly: about six calls in ten in time, nine in ten at Alder once it changed its way of calling. */
    private static List<Observation> callsHome() {
        Random random = new Random(SEED);
        List<Observation> observations = new ArrayList<>();
        for (String school : SCHOOLS) {
            for (LocalDate monday : mondays()) {
                boolean changed = school.equals("alder") && !monday.isBefore(CHANGE);
                int due = 12 + random.nextInt(20);
                int percent = (changed ? 84 : 52) + random.nextInt(16);
                String week = week(monday);
                observations.add(new Observation(
                        school, ALL, week, "reported", null, due * percent / 100, due, monday.plusWeeks(1)));
            }
        }
        return observations;
    }

    /** The ISO week that begins on a Monday, as districts write it. */
    static String week(LocalDate monday) {
        return "%d-W%02d"
                .formatted(monday.get(IsoFields.WEEK_BASED_YEAR), monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Monthly: between five and seven hours a week, two hours more at Birch once it visits families. */
    private static List<Observation> callHours() {
        Random random = new Random(SEED + 8);
        List<Observation> observations = new ArrayList<>();
        for (String school : SCHOOLS) {
            for (YearMonth month : MONTHS) {
                boolean changed = school.equals("birch") && !month.atDay(1).isBefore(CHANGE.withDayOfMonth(1));
                int tenths = (changed ? 73 : 53) + random.nextInt(12);
                observations.add(new Observation(
                        school,
                        ALL,
                        month.toString(),
                        "reported",
                        BigDecimal.valueOf(tenths, 1),
                        null,
                        null,
                        month.plusMonths(1).atDay(3)));
            }
        }
        return observations;
    }

    /** Ten months of each of two school years. */
    private static List<YearMonth> months() {
        return Stream.of(2023, 2024)
                .flatMap(year -> IntStream.range(0, 10)
                        .mapToObj(month -> YearMonth.of(year, 8).plusMonths(month)))
                .toList();
    }

    /** The school weeks: without the two weeks around New Year and the one of Thanksgiving. */
    private static List<LocalDate> mondays() {
        Map<Integer, LocalDate> thanksgiving =
                new TreeMap<>(Map.of(2023, LocalDate.of(2023, 11, 20), 2024, LocalDate.of(2024, 11, 25)));
        List<LocalDate> mondays = new ArrayList<>();
        thanksgiving.forEach((year, closed) -> {
            LocalDate first = LocalDate.of(year, 8, 14).with(DayOfWeek.MONDAY);
            LocalDate winter = LocalDate.of(year, 12, 18).with(DayOfWeek.MONDAY);
            first.datesUntil(LocalDate.of(year + 1, 5, 31), java.time.Period.ofWeeks(1))
                    .filter(monday -> !monday.equals(closed))
                    .filter(monday -> monday.isBefore(winter) || !monday.isBefore(winter.plusWeeks(3)))
                    .forEach(mondays::add);
        });
        return mondays;
    }

    private static List<String> lines(String resource) {
        try (InputStream stream = SampleSeries.class.getResourceAsStream("/sample-district/" + resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
