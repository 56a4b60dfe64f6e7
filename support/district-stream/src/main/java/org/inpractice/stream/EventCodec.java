package org.inpractice.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Writes and reads the events of one sealed interface under their {@link EventType} names.
 *
 * <p>Made from the interface itself: a permitted record without a name, or two with the same, is refused when the
 * codec is made, so no event can be forgotten. Older versions of an event's JSON are lifted step by step by
 * {@link #upcast} before they are read; what is stored is never touched.
 *
 * @param <E> the sealed interface
 */
public final class EventCodec<E> implements EventReader<E> {
    private final ObjectMapper mapper;
    private final Map<Class<?>, EventType> types = new HashMap<>();
    private final Map<Class<?>, ObjectWriter> writers = new HashMap<>();
    private final Map<String, Class<? extends E>> classes = new HashMap<>();
    private final Map<String, ObjectReader> readers = new HashMap<>();
    private final Map<Step, UnaryOperator<ObjectNode>> upcasts = new HashMap<>();

    /** A codec for all records that the sealed interface permits. */
    public EventCodec(Class<E> sealedInterface) {
        this.mapper = EventJson.mapper();
        for (Class<? extends E> permitted : permittedRecords(sealedInterface)) {
            EventType type = permitted.getAnnotation(EventType.class);
            if (type == null) {
                throw new IllegalArgumentException(permitted.getName() + " has no @EventType");
            }
            if (classes.put(type.name(), permitted) != null) {
                throw new IllegalArgumentException("two events are named " + type.name());
            }
            types.put(permitted, type);
            writers.put(permitted, mapper.writerFor(permitted));
            readers.put(type.name(), mapper.readerFor(permitted));
        }
    }

    /** Tells how the JSON of {@code name} in {@code fromVersion} becomes that of {@code fromVersion + 1}. */
    public EventCodec<E> upcast(String name, int fromVersion, UnaryOperator<ObjectNode> step) {
        upcasts.put(new Step(name, fromVersion), step);
        return this;
    }

    /** The name and version of an event's class. */
    public EventType typeOf(E event) {
        EventType type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " is no event of this codec");
        }
        return type;
    }

    /** Every type of this codec as it stands on the wire, sorted. */
    public List<String> wireTypes() {
        return types.values().stream()
                .map(type -> type.name() + ".v" + type.version())
                .sorted()
                .collect(Collectors.toList());
    }

    /** The event's JSON. */
    public String write(E event) {
        try {
            return writers.get(event.getClass()).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + typeOf(event).name(), e);
        }
    }

    @Override
    public Optional<E> read(RecordedEvent event) {
        Class<? extends E> target = classes.get(event.type());
        if (target == null) {
            return Optional.empty();
        }
        int current = target.getAnnotation(EventType.class).version();
        try {
            if (event.schemaVersion() > current) {
                // Read as an older version it might be misunderstood; it waits for a newer release of this reader.
                throw new UnreadableEventException("%s is newer than this reader".formatted(event.wireType()));
            }
            ObjectReader reader = readers.get(event.type());
            if (event.schemaVersion() == current) {
                return Optional.of(reader.readValue(event.data()));
            }
            return Optional.of(reader.readValue(lift(event, current)));
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(
                    "%s, sequence %d: %s".formatted(event.wireType(), event.districtSeq(), whereReadingStopped(e)));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode lift(RecordedEvent event, int current) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) mapper.readTree(event.data());
        for (int version = event.schemaVersion(); version < current; version++) {
            UnaryOperator<ObjectNode> step = upcasts.get(new Step(event.type(), version));
            if (step == null) {
                throw new UnreadableEventException(
                        "%s: no upcast from version %d".formatted(event.wireType(), version));
            }
            json = step.apply(json);
        }
        return json;
    }

    /** The path, not the value: values of small groups must not reach a log or a parking reason. */
    private static String whereReadingStopped(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream()
                    .map(reference -> String.valueOf(reference.getFieldName()))
                    .collect(Collectors.joining("."));
            return "the value at " + path + " does not fit";
        }
        return "not the JSON of this type";
    }

    @SuppressWarnings("unchecked")
    private static <E> List<Class<? extends E>> permittedRecords(Class<E> sealedInterface) {
        if (!sealedInterface.isSealed()) {
            throw new IllegalArgumentException(sealedInterface.getName() + " is not sealed");
        }
        List<Class<? extends E>> records = new ArrayList<>();
        for (Class<?> permitted : sealedInterface.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                records.addAll(permittedRecords((Class<E>) permitted));
            } else {
                records.add((Class<? extends E>) permitted);
            }
        }
        return records;
    }

    private record Step(String name, int fromVersion) {}
}
