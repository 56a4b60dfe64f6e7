package org.inpractice.learning.live;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.inpractice.learning.history.HistoryFilter;
import org.inpractice.learning.history.HistoryPosition;

/**
 * One reader of the stream: where it stands, the one page it is being sent, and nothing else. The next message goes out
 * when the network has taken the one before; until then the reader costs no thread and no memory beyond that page.
 */
final class LiveReader implements Flow.Publisher<OutboundSseEvent>, Flow.Subscription {
    /** How long a client waits before it connects again. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Desk desk;
    private final Sse sse;
    private final HistoryFilter filter;
    private final Clock clock;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicLong demanded = new AtomicLong();
    private final AtomicReference<LivePage> arrived = new AtomicReference<>();
    private volatile Instant sentAt;
    private volatile boolean heartbeatDue;
    private volatile boolean cancelled;
    private volatile String goodbye;

    // Touched only by whoever has the turn.
    private final Deque<LivePage.Message> messages = new ArrayDeque<>();
    private Flow.Subscriber<? super OutboundSseEvent> subscriber;
    private volatile HistoryPosition position;
    private HistoryPosition pageEnd;
    private long erasures;
    private boolean greeted;
    private boolean reading;
    private boolean ended;

    /** Where a reader gets its pages. */
    interface Desk {
        /** The reader's connection. */
        LiveLine line();

        /** Takes the reader in: from now on it is woken. */
        void enter(LiveReader reader);

        /** The page after a position that is at hand, or null. */
        LivePage atHand(HistoryPosition position);

        /** How often a text was erased: what was read before the last time must not be sent. */
        long erasures();

        /** Whether there is more after a position. */
        boolean more(HistoryPosition position);

        /** Reads the page after a position and hands it to {@link LiveReader#take}, sometime, on another thread. */
        void read(LiveReader reader, HistoryPosition position, HistoryFilter filter);

        /** Forgets the reader. */
        void leave(LiveReader reader);
    }

    LiveReader(Desk desk, Sse sse, HistoryPosition position, HistoryFilter filter, Clock clock) {
        this.desk = desk;
        this.sse = sse;
        this.position = position;
        this.pageEnd = position;
        this.filter = filter;
        this.clock = clock;
        this.sentAt = clock.instant();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super OutboundSseEvent> taker) {
        subscriber = taker;
        desk.enter(this);
        erasures = desk.erasures();
        taker.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        demanded.addAndGet(more);
        wake();
    }

    @Override
    public void cancel() {
        cancelled = true;
        wake();
    }

    /** Takes the page that was read for it. */
    void take(LivePage page) {
        arrived.set(page);
        wake();
    }

    /** Its page could not be read. It asks again when it is next woken, not at once: the database may be away. */
    void unread() {
        arrived.set(new LivePage(position, position, List.of()));
    }

    /** Ends the stream with a last comment; the client connects again, if it still may. */
    void end(String why) {
        goodbye = why;
        wake();
    }

    /** Lets it say that the connection is alive. */
    void heartbeat() {
        heartbeatDue = true;
        wake();
    }

    /** Its connection. */
    LiveLine line() {
        return desk.line();
    }

    /** When the last message went out. */
    Instant sentAt() {
        return sentAt;
    }

    /** Whether a message went out that the network has not taken yet. */
    boolean waitsForTheNetwork() {
        return demanded.get() == 0;
    }

    /** Does what there is to do. Whoever comes while somebody is at it leaves the work to that one. */
    void wake() {
        if (turns.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            while (step()) {
                // as long as there is something to do
            }
            missed = turns.addAndGet(-missed);
        } while (missed != 0);
    }

    private boolean step() {
        if (ended) {
            return false;
        }
        if (cancelled || goodbye != null) {
            leave();
            return false;
        }
        takeArrived();
        if (demanded.get() == 0) {
            return false;
        }
        if (!greeted) {
            greeted = true;
            // The place is told at once: who loses the connection before the first event goes on from here.
            send(comment("open").reconnectDelay(RETRY.toMillis()).build());
            return true;
        }
        dropWhatWasErased();
        LivePage.Message next = messages.poll();
        if (next != null) {
            position = next.position();
            send(sse.newEventBuilder()
                    .id(next.id())
                    .data(String.class, next.json())
                    .build());
            return true;
        }
        position = pageEnd;
        return turnPage();
    }

    /** A text may have been erased since the page was read: it is read again, from the last message on. */
    private void dropWhatWasErased() {
        long now = desk.erasures();
        if (now != erasures) {
            erasures = now;
            messages.clear();
            pageEnd = position;
        }
    }

    private boolean turnPage() {
        if (reading) {
            return heartbeatIfDue();
        }
        LivePage atHand = desk.atHand(position);
        if (atHand != null) {
            load(atHand);
            return true;
        }
        if (desk.more(position)) {
            reading = true;
            desk.read(this, position, filter);
        }
        return heartbeatIfDue();
    }

    private void takeArrived() {
        LivePage page = arrived.getAndSet(null);
        if (page != null) {
            reading = false;
            load(page);
        }
    }

    private void load(LivePage page) {
        page.messages().stream().filter(message -> filter.lets(message.event())).forEach(messages::add);
        pageEnd = page.to();
    }

    private boolean heartbeatIfDue() {
        if (!heartbeatDue) {
            return false;
        }
        // With its place, which moves also while a filter lets nothing pass.
        send(comment("alive").build());
        return true;
    }

    private OutboundSseEvent.Builder comment(String text) {
        return sse.newEventBuilder().comment(text).id(position.text());
    }

    private void send(OutboundSseEvent message) {
        demanded.decrementAndGet();
        heartbeatDue = false;
        sentAt = clock.instant();
        subscriber.onNext(message);
    }

    private void leave() {
        ended = true;
        messages.clear();
        desk.leave(this);
        if (!cancelled) {
            if (demanded.get() > 0) {
                subscriber.onNext(sse.newEventBuilder().comment(goodbye).build());
            }
            subscriber.onComplete();
        }
    }
}
