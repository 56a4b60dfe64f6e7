package org.inpractice.stream;

import java.util.Optional;

/**
 * Turns stored or received JSON into the events a reader cares about.
 *
 * @param <E> the reader's own event type
 */
@FunctionalInterface
public interface EventReader<E> {
    /**
     * Reads one event.
     *
     * @return empty when the type is none of the reader's business
     * @throws UnreadableEventException when the type is known and the JSON does not fit it
     */
    Optional<E> read(RecordedEvent event);
}
