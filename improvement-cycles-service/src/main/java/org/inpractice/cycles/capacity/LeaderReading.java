package org.inpractice.cycles.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.inpractice.cycles.Person;
import org.inpractice.cycles.Shares;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;

/** Who has led how many cycles at what fidelity, and with what help. Plain counting. */
final class LeaderReading {
    private LeaderReading() {}

    /** What a leader was not given. */
    enum Gap {
        /** No training. */
        UNTRAINED,
        /** No coaching. */
        UNCOACHED
    }

    /**
     * That somebody led a cycle.
     *
     * @param met features of the method that the cycle shows
     * @param judged features that could be judged
     * @param complete whether it shows all; null while one is not knowable
     */
    record Led(String person, UUID cycleId, LocalDate startedOn, boolean over, int met, int judged, Boolean complete) {}

    /**
     * Somebody who leads, or has led.
     *
     * @param cycles that they have led; a cycle counts once it has started
     * @param inProgress of these, not over yet
     * @param complete of these, that show every feature of the method asked for
     * @param shareOfFeatures features shown of features judged, over all these cycles; null when none was judged
     * @param trainedBeforeFirst whether they were trained by the day their first cycle began
     * @param gaps help they never had
     */
    @Schema(name = "CycleLeader")
    record Leader(
            String person,
            int cycles,
            int inProgress,
            LocalDate firstStartedOn,
            int complete,
            Double shareOfFeatures,
            int trainings,
            LocalDate lastTrainedOn,
            boolean trainedBeforeFirst,
            int coachingSessions,
            LocalDate lastCoachedOn,
            List<String> gaps,
            List<UUID> cycleIds) {
        /** The place of a leader in the list, for one that goes on behind it. */
        static Leader place(int gaps, int cycles, String person) {
            List<String> none = new ArrayList<>();
            for (int i = 0; i < gaps; i++) {
                none.add("");
            }
            return new Leader(person, cycles, 0, null, 0, null, 0, null, false, 0, null, none, List.of());
        }
    }

    /** Those who lead most with least help first. */
    static final Comparator<Leader> ORDER = Comparator.comparingInt(
                    (Leader leader) -> leader.gaps().size())
            .thenComparingInt(Leader::cycles)
            .reversed()
            .thenComparing(Leader::person);

    /** Who was in which team when. */
    @FunctionalInterface
    interface Membership {
        /** Whether somebody was in a team on a day. */
        boolean of(String person, UUID teamId, LocalDate day);
    }

    /** The leaders; trainings and sessions that were not withdrawn, in the order in which they were held. */
    static List<Leader> of(
            List<Led> led, List<TrainingRecorded> trainings, List<CoachingRecorded> sessions, Membership membership) {
        Map<String, List<Led>> people = led.stream()
                .collect(Collectors.groupingBy(one -> Person.key(one.person()), TreeMap::new, Collectors.toList()));
        return people.values().stream()
                .map(own -> leader(own, trainings, sessions, membership))
                .sorted(ORDER)
                .toList();
    }

    private static Leader leader(
            List<Led> own, List<TrainingRecorded> trainings, List<CoachingRecorded> sessions, Membership membership) {
        String person = own.getFirst().person();
        Set<UUID> cycles = own.stream().map(Led::cycleId).collect(Collectors.toSet());
        LocalDate first =
                own.stream().map(Led::startedOn).min(Comparator.naturalOrder()).orElseThrow();
        List<LocalDate> trained = trainings.stream()
                .filter(training -> training.attendees().stream().anyMatch(one -> Person.same(one, person)))
                .map(TrainingRecorded::on)
                .toList();
        List<LocalDate> coached = sessions.stream()
                .filter(session -> helped(session, person, cycles, membership))
                .map(CoachingRecorded::on)
                .toList();
        int judged = own.stream().mapToInt(Led::judged).sum();
        return new Leader(
                person,
                own.size(),
                (int) own.stream().filter(one -> !one.over()).count(),
                first,
                (int) own.stream()
                        .filter(one -> Boolean.TRUE.equals(one.complete()))
                        .count(),
                judged == 0 ? null : Shares.of(own.stream().mapToInt(Led::met).sum(), judged),
                trained.size(),
                trained.isEmpty() ? null : trained.getLast(),
                !trained.isEmpty() && !trained.getFirst().isAfter(first),
                coached.size(),
                coached.isEmpty() ? null : coached.getLast(),
                gaps(trained, coached),
                own.stream().map(Led::cycleId).toList());
    }

    /** Coached by name, as a member of the team, or on a cycle they led; nobody coaches themselves. */
    private static boolean helped(CoachingRecorded session, String person, Set<UUID> cycles, Membership membership) {
        if (Person.same(session.coach(), person)) {
            return false;
        }
        return session.coached().stream().anyMatch(one -> Person.same(one, person))
                || (session.cycleId() != null && cycles.contains(session.cycleId()))
                || (session.teamId() != null && membership.of(person, session.teamId(), session.on()));
    }

    private static List<String> gaps(List<LocalDate> trained, List<LocalDate> coached) {
        List<String> gaps = new ArrayList<>();
        if (trained.isEmpty()) {
            gaps.add("untrained");
        }
        if (coached.isEmpty()) {
            gaps.add("uncoached");
        }
        return gaps;
    }
}
