package org.inpractice.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.inpractice.cycles.aim.AimEvent;
import org.inpractice.cycles.aim.Aims;
import org.inpractice.cycles.assessment.AssessmentEvent;
import org.inpractice.cycles.assessment.Assessments;
import org.inpractice.cycles.barrier.BarrierEvent;
import org.inpractice.cycles.barrier.Barriers;
import org.inpractice.cycles.capacity.CoachLoadEvent;
import org.inpractice.cycles.capacity.CoachLoads;
import org.inpractice.cycles.capacity.CoachingEvent;
import org.inpractice.cycles.capacity.CoachingSessions;
import org.inpractice.cycles.capacity.TrainingEvent;
import org.inpractice.cycles.capacity.Trainings;
import org.inpractice.cycles.cycle.CycleEvent;
import org.inpractice.cycles.cycle.Cycles;
import org.inpractice.cycles.driver.DriverEvent;
import org.inpractice.cycles.driver.Drivers;
import org.inpractice.cycles.goal.GoalEvent;
import org.inpractice.cycles.goal.Goals;
import org.inpractice.cycles.goal.Priorities;
import org.inpractice.cycles.goal.PriorityEvent;
import org.inpractice.cycles.idea.ChangeIdeas;
import org.inpractice.cycles.idea.IdeaEvent;
import org.inpractice.cycles.leadership.CadenceEvent;
import org.inpractice.cycles.leadership.Cadences;
import org.inpractice.cycles.leadership.LeadershipReviews;
import org.inpractice.cycles.leadership.ReviewEvent;
import org.inpractice.cycles.portfolio.StallLimitEvent;
import org.inpractice.cycles.portfolio.StallLimits;
import org.inpractice.cycles.portfolio.WorkLimitEvent;
import org.inpractice.cycles.portfolio.WorkLimits;
import org.inpractice.cycles.team.TeamEvent;
import org.inpractice.cycles.team.Teams;
import org.inpractice.stack.EventContract;
import org.inpractice.stream.EventCodec;
import org.inpractice.stream.EventJson;
import org.inpractice.stream.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of this service has a name, and the names are those that docs/events promises. */
class EventNamesTest {
    private static final EventContract CONTRACT = EventContract.ofThisRepository();

    private static final Map<Class<?>, EventCodec<?>> CODECS = Map.ofEntries(
            Map.entry(AimEvent.class, Aims.CODEC),
            Map.entry(AssessmentEvent.class, Assessments.CODEC),
            Map.entry(BarrierEvent.class, Barriers.CODEC),
            Map.entry(WorkLimitEvent.class, WorkLimits.CODEC),
            Map.entry(StallLimitEvent.class, StallLimits.CODEC),
            Map.entry(CoachingEvent.class, CoachingSessions.CODEC),
            Map.entry(TrainingEvent.class, Trainings.CODEC),
            Map.entry(CoachLoadEvent.class, CoachLoads.CODEC),
            Map.entry(ReviewEvent.class, LeadershipReviews.CODEC),
            Map.entry(CadenceEvent.class, Cadences.CODEC),
            Map.entry(CycleEvent.class, Cycles.CODEC),
            Map.entry(DriverEvent.class, Drivers.CODEC),
            Map.entry(IdeaEvent.class, ChangeIdeas.CODEC),
            Map.entry(GoalEvent.class, Goals.CODEC),
            Map.entry(PriorityEvent.class, Priorities.CODEC),
            Map.entry(TeamEvent.class, Teams.CODEC));

    @Test
    void every_permitted_event_is_announced_and_every_announced_event_is_permitted() {
        assertEquals(wireTypes(), new TreeSet<>(CONTRACT.wireTypes("improvement.cycles.v1")));
        assertEquals(
                wireTypes().size(),
                CODECS.keySet().stream()
                        .mapToInt(events -> events.getPermittedSubclasses().length)
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void the_published_sample_of_each_event_is_read_and_written_again_unchanged(String wireType) throws Exception {
        // given
        String sample = CONTRACT.sampleData(wireType);
        EventCodec<?> codec = CODECS.values().stream()
                .filter(candidate -> candidate.wireTypes().contains(wireType))
                .findFirst()
                .orElseThrow();
        // when
        String written = writtenAgain(codec, wireType, sample);
        // then
        assertEquals(EventJson.mapper().readTree(sample), EventJson.mapper().readTree(written));
    }

    private static Set<String> wireTypes() {
        Set<String> types = new TreeSet<>();
        CODECS.values().forEach(codec -> types.addAll(codec.wireTypes()));
        return types;
    }

    private static <E> String writtenAgain(EventCodec<E> codec, String wireType, String data) {
        Optional<E> event = codec.read(new RecordedEvent(
                "improvement-cycles-service",
                "1964733",
                1,
                new UUID(0, 1),
                "cycle",
                new UUID(0, 2),
                1,
                wireType.substring(0, wireType.lastIndexOf(".v")),
                1,
                Instant.EPOCH,
                Instant.EPOCH,
                "ana",
                null,
                null,
                data));
        return codec.write(event.orElseThrow());
    }
}
