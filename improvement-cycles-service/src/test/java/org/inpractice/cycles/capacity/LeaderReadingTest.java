package org.inpractice.cycles.capacity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.inpractice.cycles.capacity.CoachingEvent.CoachingRecorded;
import org.inpractice.cycles.capacity.LeaderReading.Leader;
import org.inpractice.cycles.capacity.LeaderReading.Led;
import org.inpractice.cycles.capacity.TrainingEvent.TrainingRecorded;
import org.junit.jupiter.api.Test;

/** Who leads, and with what help. */
class LeaderReadingTest {
    private static final UUID CALLS = new UUID(0, 1);
    private static final UUID VISITS = new UUID(0, 2);
    private static final UUID TEAM = new UUID(0, 3);
    private static final LocalDate START = LocalDate.of(2025, 9, 22);

    private static Led led(String person, UUID cycle, int met, Boolean complete) {
        return new Led(person, cycle, START, complete != null, met, 7, complete);
    }

    private static TrainingRecorded trained(LocalDate on, String... people) {
        return new TrainingRecorded(new UUID(1, 1), "A first test", null, on, null, List.of(people));
    }

    private static CoachingRecorded coached(String coach, List<String> people, UUID team, UUID cycle) {
        return new CoachingRecorded(new UUID(1, 2), coach, people, team, cycle, START, 45, "Predictions", null);
    }

    private static List<Leader> read(List<Led> led, List<TrainingRecorded> trainings, CoachingRecorded... sessions) {
        return LeaderReading.of(
                led, trainings, List.of(sessions), (person, team, day) -> person.equals("Luis") && team.equals(TEAM));
    }

    @Test
    void those_who_lead_most_with_least_help_come_first() {
        // when
        List<Leader> leaders = read(
                List.of(led("Luis", CALLS, 7, true), led("Dana", CALLS, 3, null), led("dana ", VISITS, 4, false)),
                List.of(trained(START, "Luis")));
        // then
        assertEquals(
                List.of("Dana", "Luis"), leaders.stream().map(Leader::person).toList());
        Leader dana = leaders.getFirst();
        assertEquals(2, dana.cycles());
        assertEquals(1, dana.inProgress());
        assertEquals(0, dana.complete());
        assertEquals(0.5, dana.shareOfFeatures());
        assertEquals(List.of("untrained", "uncoached"), dana.gaps());
        assertEquals(1, leaders.getLast().complete());
        assertTrue(leaders.getLast().trainedBeforeFirst());
    }

    @Test
    void help_after_the_first_cycle_began_is_help_but_not_in_time() {
        Leader luis = read(List.of(led("Luis", CALLS, 1, null)), List.of(trained(START.plusDays(1), "LUIS")))
                .getFirst();
        assertFalse(luis.trainedBeforeFirst());
        assertEquals(List.of("uncoached"), luis.gaps());
        assertEquals(START.plusDays(1), luis.lastTrainedOn());
        assertNull(luis.lastCoachedOn());
    }

    @Test
    void somebody_is_coached_by_name_with_their_team_or_on_their_cycle_and_never_by_themselves() {
        List<Led> led = List.of(led("Luis", CALLS, 1, null));
        assertEquals(1, sessions(led, coached("Priya", List.of("luis"), null, null)));
        assertEquals(1, sessions(led, coached("Priya", List.of(), TEAM, null)));
        assertEquals(1, sessions(led, coached("Priya", List.of(), null, CALLS)));
        assertEquals(0, sessions(led, coached("Priya", List.of("Dana"), CALLS, VISITS)));
        assertEquals(0, sessions(led, coached("Luis", List.of("Dana"), TEAM, CALLS)));
    }

    private static int sessions(List<Led> led, CoachingRecorded session) {
        return read(led, List.of(), session).getFirst().coachingSessions();
    }
}
