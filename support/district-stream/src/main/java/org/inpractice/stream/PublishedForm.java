package org.inpractice.stream;

import java.util.List;

/** What leaves a service of an event, on the topic and in a replay. */
@FunctionalInterface
public interface PublishedForm {
    /** The event itself, or with other data; id, type, sequence and times stay. */
    RecordedEvent apply(RecordedEvent event);

    /** Some events are about to be asked for: what they need can be fetched for all of them at once. */
    default void prepare(List<RecordedEvent> events) {}
}
