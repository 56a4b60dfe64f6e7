package org.inpractice.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.inpractice.cycles.aim.AimResource;
import org.inpractice.cycles.barrier.Barriers;
import org.inpractice.cycles.cycle.Cycles;
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

    private static final List<EventCodec<?>> CODECS = List.of(AimResource.CODEC, Cycles.CODEC, Barriers.CODEC);

    @Test
    void every_permitted_event_is_announced_and_every_announced_event_is_permitted() {
        assertEquals(wireTypes(), new TreeSet<>(CONTRACT.wireTypes("improvement.cycles.v1")));
    }

    @Test
    void no_two_aggregates_share_a_name() {
        assertEquals(
                wireTypes().size(),
                CODECS.stream().mapToInt(codec -> codec.wireTypes().size()).sum());
    }

    @ParameterizedTest
    @MethodSource("wireTypes")
    void the_published_sample_of_each_event_is_read_and_written_again_unchanged(String wireType) throws Exception {
        // given
        String sample = CONTRACT.sampleData(wireType);
        EventCodec<?> codec = CODECS.stream()
                .filter(one -> one.wireTypes().contains(wireType))
                .findFirst()
                .orElseThrow();
        // when
        String written = writtenAgain(codec, wireType, sample);
        // then
        assertEquals(EventJson.mapper().readTree(sample), EventJson.mapper().readTree(written));
    }

    private static Set<String> wireTypes() {
        return CODECS.stream()
                .flatMap(codec -> codec.wireTypes().stream())
                .collect(Collectors.toCollection(TreeSet::new));
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
