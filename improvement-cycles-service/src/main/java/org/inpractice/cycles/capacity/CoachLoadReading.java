package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;

/**
 * How much each coach carried in some days, those who carried most first.
 *
 * @param from the first day counted
 * @param to the last day counted
 * @param load what the district allows a coach in so many days, or null when it never said
 */
@Schema(name = "CoachLoadReport")
record CoachLoadReading(LocalDate from, LocalDate to, CoachLoad load, List<OfCoach> coaches) {
    /**
     * What one coach carried.
     *
     * @param teams how many teams, by their ids
     * @param people how many people who were coached by name
     * @param overSessions whether there were more sessions than the load allows; null without a load
     * @param overTeams the same for teams
     */
    @Schema(name = "CoachLoadOfCoach")
    record OfCoach(
            String coach,
            int sessions,
            int minutes,
            int teams,
            int cycles,
            int people,
            List<UUID> teamIds,
            LocalDate lastOn,
            Boolean overSessions,
            Boolean overTeams) {}

    /** Counts; the sessions are those of these days, in the order in which they were held. */
    static CoachLoadReading of(LocalDate from, LocalDate to, CoachLoad load, List<CoachingRecorded> sessions) {
        Map<String, List<CoachingRecorded>> coaches = sessions.stream()
                .collect(Collectors.groupingBy(
                        session -> Person.key(session.coach()), TreeMap::new, Collectors.toList()));
        return new CoachLoadReading(
                from,
                to,
                load,
                coaches.values().stream()
                        .map(own -> of(own, load))
                        .sorted(Comparator.comparingInt(OfCoach::sessions)
                                .thenComparingInt(OfCoach::teams)
                                .reversed())
                        .toList());
    }

    private static OfCoach of(List<CoachingRecorded> own, CoachLoad load) {
        List<UUID> teams = distinct(own.stream().map(CoachingRecorded::teamId));
        return new OfCoach(
                own.getLast().coach(),
                own.size(),
                own.stream().mapToInt(CoachingRecorded::minutes).sum(),
                teams.size(),
                distinct(own.stream().map(CoachingRecorded::cycleId)).size(),
                distinct(own.stream()
                                .flatMap(session -> session.coached().stream())
                                .map(Person::key))
                        .size(),
                teams,
                own.getLast().on(),
                load == null ? null : own.size() > load.sessions(),
                load == null ? null : teams.size() > load.teams());
    }

    private static <T extends Comparable<T>> List<T> distinct(Stream<T> values) {
        return values.filter(Objects::nonNull).distinct().sorted().toList();
    }
}
