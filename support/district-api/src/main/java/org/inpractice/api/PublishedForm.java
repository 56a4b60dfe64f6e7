package org.inpractice.api;

import org.inpractice.stream.RecordedEvent;

/** What leaves the service of an event, on the topic and in a replay. Without a bean of this type: the event as it is. */
@FunctionalInterface
public interface PublishedForm {
    /** The event itself, or with other data; id, type, sequence and times stay. */
    RecordedEvent apply(RecordedEvent event);
}
