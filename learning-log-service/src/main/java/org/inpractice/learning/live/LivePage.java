package org.inpractice.learning.live;

import java.util.List;
import org.inpractice.learning.history.HistoryCloudEvent;
import org.inpractice.learning.history.HistoryEntry;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistorySequence.Step;
import org.inpractice.learning.history.HistorySequence.Stretch;

/**
 * What lies between two positions, written out once for all readers who come along.
 *
 * @param from whoever stands here goes on with this page
 * @param to and stands there afterwards
 */
record LivePage(HistoryPosition from, HistoryPosition to, List<Message> messages) {
    LivePage {
        messages = List.copyOf(messages);
    }

    /**
     * One event as it is sent.
     *
     * @param position of whoever has it
     * @param id the same as text
     * @param json the event as a CloudEvent, one line
     */
    record Message(HistoryEntry event, HistoryPosition position, String id, String json) {
        static Message of(String districtId, Step step) {
            return new Message(
                    step.event(),
                    step.position(),
                    step.position().text(),
                    HistoryCloudEvent.line(districtId, step.event(), null));
        }
    }

    static LivePage of(String districtId, HistoryPosition from, Stretch stretch) {
        return new LivePage(
                from,
                stretch.end(),
                stretch.events().stream()
                        .map(step -> Message.of(districtId, step))
                        .toList());
    }

    long characters() {
        return messages.stream().mapToLong(message -> message.json().length()).sum();
    }
}
