package org.inpractice.learning.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.inpractice.learning.history.HistoryPosition;

/**
 * What the readers of one district on this replica share: where the history stands, and its last pages. A reader who
 * keeps up takes them from here; one who is behind reads the database.
 */
final class LiveDistrict {
    /** Pages that are kept, and how long their texts may be together. Our choice: a district costs a few megabytes. */
    private static final int MOST_PAGES = 100;

    private static final long MOST_CHARACTERS = 2_000_000;

    /** How the types of events end after which an earlier one reads differently. */
    private static final String ERASING = ".redacted.v1";

    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();
    private final Deque<LivePage> recent = new ArrayDeque<>();
    private volatile HistoryPosition head;
    private volatile long erasures;
    private long characters;

    LiveDistrict(HistoryPosition head) {
        this.head = head;
    }

    Set<LiveReader> readers() {
        return readers;
    }

    /** Up to where this replica has looked. */
    HistoryPosition head() {
        return head;
    }

    /** How often a text was erased since this district is watched. */
    long erasures() {
        return erasures;
    }

    /** Takes the page that begins at the head. */
    synchronized void append(LivePage page) {
        if (page.messages().stream().anyMatch(message -> message.event().type().endsWith(ERASING))) {
            // The pages before may hold the text that is erased; this one was read afterwards.
            recent.clear();
            characters = 0;
            erasures++;
        }
        recent.addLast(page);
        characters += page.characters();
        while (recent.size() > MOST_PAGES || (characters > MOST_CHARACTERS && recent.size() > 1)) {
            characters -= recent.removeFirst().characters();
        }
        head = page.to();
    }

    /** The kept page that begins exactly where a reader stands, or null. */
    synchronized LivePage after(HistoryPosition position) {
        for (LivePage page : recent) {
            if (page.from().equals(position)) {
                return page;
            }
        }
        return null;
    }
}
