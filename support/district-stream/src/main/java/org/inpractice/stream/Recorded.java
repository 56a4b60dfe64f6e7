package org.inpractice.stream;

/**
 * An event together with where it stands in the stream.
 *
 * @param envelope position, times, actor
 * @param event the event itself
 * @param <E> the reader's event type
 */
public record Recorded<E>(RecordedEvent envelope, E event) {}
