package org.inpractice.learning.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.inpractice.api.DistrictReads;
import org.inpractice.api.Problems;
import org.inpractice.learning.history.HistoryArrived;
import org.inpractice.learning.history.HistoryFilter;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistorySequence;
import org.inpractice.learning.history.OpenedEntries;
import org.inpractice.learning.history.PageThreads;
import org.jboss.logging.Logger;

/**
 * Looks for what has arrived, once for all readers of a replica, and wakes those whom it concerns. What a reader gets
 * hangs on its position alone, never on when or where somebody looked.
 */
@ApplicationScoped
public class LiveHistory {
    private static final Logger LOG = Logger.getLogger(LiveHistory.class);
    private static final int PAGE = 200;

    /** Pages that one look makes of one district, so that an import there does not keep the others waiting. */
    private static final int PAGES_A_LOOK = 5;

    @Inject
    DistrictReads reads;

    @Inject
    OpenedEntries opened;

    @Inject
    PageThreads pages;

    @Inject
    Clock clock;

    @ConfigProperty(name = "inpractice.live.look-every")
    Duration lookEvery;

    @ConfigProperty(name = "inpractice.live.heartbeat-every")
    Duration heartbeatEvery;

    @ConfigProperty(name = "inpractice.live.patience")
    Duration patience;

    @ConfigProperty(name = "inpractice.live.most-readers")
    int mostReaders;

    private final Map<String, LiveDistrict> districts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-history").factory());
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean lookIsDue = new AtomicBoolean();
    private volatile boolean stopping;

    /**
     * A stream of a district.
     *
     * @param position from where on; all before it the reader has
     * @param complete what has arrived now
     * @param line the connection, which ends when the token does
     */
    Flow.Publisher<OutboundSseEvent> open(
            String districtId,
            HistoryPosition position,
            HistoryPosition complete,
            HistoryFilter filter,
            Sse sse,
            LiveLine line) {
        if (stopping || readers() >= mostReaders) {
            throw Problems.of(
                    503,
                    "TOO_MANY_READERS",
                    "This replica has as many readers as it can serve",
                    "Connect again in a few seconds with the same Last-Event-ID; another replica may have room.");
        }
        if (started.compareAndSet(false, true)) {
            // It never ends by itself: what fails in a look is logged there.
            var unused = watch.scheduleWithFixedDelay(this::watch, 0, lookEvery.toMillis(), TimeUnit.MILLISECONDS);
        }
        return new LiveReader(new DistrictDesk(districtId, complete, line), sse, position, filter, clock);
    }

    /** How many readers this replica serves now. */
    int readers() {
        return districts.values().stream()
                .mapToInt(district -> district.readers().size())
                .sum();
    }

    @Inject
    void measure(MeterRegistry metrics) {
        Gauge.builder("inpractice.live.readers", this, live -> live.readers())
                .description("Open streams of the live history on this replica")
                .register(metrics);
    }

    /** Events came in on this replica: do not wait for the next look. */
    void arrived(@Observes HistoryArrived hint) {
        if (started.get() && !stopping && !districts.isEmpty() && lookIsDue.compareAndSet(false, true)) {
            watch.execute(this::look);
        }
    }

    private void watch() {
        look();
        Instant now = clock.instant();
        districts.values().forEach(district -> district.readers().forEach(reader -> watch(reader, now)));
    }

    private void watch(LiveReader reader, Instant now) {
        try {
            if (!reader.line().openAt(now)) {
                reader.end("The token has expired.");
            } else if (reader.waitsForTheNetwork()) {
                if (reader.sentAt().plus(patience).isBefore(now)) {
                    reader.line().cut();
                    reader.cancel();
                }
            } else if (reader.sentAt().plus(heartbeatEvery).isBefore(now)) {
                reader.heartbeat();
            } else {
                // Also who could not read a page when it was woken tries again.
                reader.wake();
            }
        } catch (RuntimeException e) {
            LOG.warnf("a reader of the live history is let go: %s", e);
            reader.cancel();
        }
    }

    private void look() {
        lookIsDue.set(false);
        try {
            List<String> watched = List.copyOf(districts.keySet());
            if (watched.isEmpty()) {
                return;
            }
            Map<String, HistoryPosition> complete =
                    reads.read(connection -> HistorySequence.complete(connection, watched));
            for (String districtId : watched) {
                LiveDistrict district = districts.get(districtId);
                if (district != null) {
                    look(districtId, district, complete.getOrDefault(districtId, HistoryPosition.ZERO));
                }
            }
        } catch (RuntimeException e) {
            // The next look is as good: no reader has moved.
            LOG.warnf("the live history could not be looked at: %s", e);
        }
    }

    private void look(String districtId, LiveDistrict district, HistoryPosition complete) {
        for (int i = 0; i < PAGES_A_LOOK && !district.head().covers(complete); i++) {
            district.append(page(districtId, district.head(), complete, HistoryFilter.EVERYTHING));
            district.readers().forEach(LiveReader::wake);
        }
    }

    private LivePage page(String districtId, HistoryPosition from, HistoryPosition upTo, HistoryFilter filter) {
        return LivePage.of(
                districtId,
                from,
                reads.read(connection ->
                        new HistorySequence(connection, districtId).stretch(opened, from, upTo, filter, PAGE)));
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        districts
                .values()
                .forEach(district ->
                        district.readers().forEach(reader -> reader.end("This replica stops; connect again.")));
    }

    @PreDestroy
    void close() {
        watch.shutdownNow();
    }

    /** The desk of one district for one reader; the reader and the district find each other by it. */
    private final class DistrictDesk implements LiveReader.Desk {
        private final String districtId;
        private final HistoryPosition complete;
        private final LiveLine line;
        private volatile LiveDistrict district;

        DistrictDesk(String districtId, HistoryPosition complete, LiveLine line) {
            this.districtId = districtId;
            this.complete = complete;
            this.line = line;
        }

        @Override
        public LiveLine line() {
            return line;
        }

        @Override
        public void enter(LiveReader reader) {
            // In one step with the last reader's leaving, so that nobody enters a district that is being forgotten.
            district = districts.compute(districtId, (id, known) -> {
                LiveDistrict entered = known == null ? new LiveDistrict(complete) : known;
                entered.readers().add(reader);
                return entered;
            });
        }

        @Override
        public LivePage atHand(HistoryPosition position) {
            return district.after(position);
        }

        @Override
        public long erasures() {
            return district.erasures();
        }

        @Override
        public boolean more(HistoryPosition position) {
            return !position.covers(district.head());
        }

        @Override
        public void read(LiveReader reader, HistoryPosition position, HistoryFilter filter) {
            pages.execute(() -> {
                try {
                    long before = district.erasures();
                    LivePage page = page(districtId, position, district.head(), filter);
                    // Erased while it was read: nothing of it is sent, and the reader asks again.
                    reader.take(district.erasures() == before ? page : new LivePage(position, position, List.of()));
                } catch (RuntimeException e) {
                    LOG.warnf("a page of the live history could not be read, again soon: %s", e);
                    reader.unread();
                }
            });
        }

        @Override
        public void leave(LiveReader reader) {
            districts.computeIfPresent(districtId, (id, known) -> {
                known.readers().remove(reader);
                return known.readers().isEmpty() ? null : known;
            });
        }
    }
}
