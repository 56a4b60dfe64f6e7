package org.inpractice.learning.export;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.inpractice.api.DistrictReads;
import org.inpractice.learning.history.HistoryCloudEvent;
import org.inpractice.learning.history.HistoryFilter;
import org.inpractice.learning.history.HistoryPosition;
import org.inpractice.learning.history.HistorySequence;
import org.inpractice.learning.history.HistorySequence.Step;
import org.inpractice.learning.history.HistorySequence.Stretch;
import org.inpractice.learning.history.OpenedEntries;
import org.jboss.logging.Logger;

/**
 * One export: a page is read when the reader has taken the one before, on a thread that is held no longer than that. What
 * arrives after the export began is not in it, so it ends.
 */
final class ExportRun implements Flow.Publisher<byte[]>, Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(ExportRun.class);

    /** Events a page; a page is what an export holds in memory. */
    private static final int PAGE = 200;

    private final DistrictReads reads;
    private final OpenedEntries opened;
    private final Executor threads;
    private final String districtId;
    private final HistoryFilter filter;
    private final HistoryPosition upTo;
    private final ExportEnd end;
    private final AtomicLong demanded = new AtomicLong();
    private volatile boolean cancelled;
    private Flow.Subscriber<? super byte[]> subscriber;
    private HistoryPosition position;
    private long events;
    private boolean ended;

    ExportRun(
            DistrictReads reads,
            OpenedEntries opened,
            Executor threads,
            String districtId,
            HistoryFilter filter,
            HistoryPosition after,
            HistoryPosition upTo,
            ExportEnd end) {
        this.reads = reads;
        this.opened = opened;
        this.threads = threads;
        this.districtId = districtId;
        this.filter = filter;
        this.position = after;
        this.upTo = upTo;
        this.end = end;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super byte[]> taker) {
        subscriber = taker;
        taker.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        // Whoever finds no demand starts the reading; whoever finds some knows that somebody is at it.
        if (demanded.getAndAdd(more) == 0) {
            threads.execute(this::send);
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    private void send() {
        try {
            do {
                if (cancelled) {
                    return;
                }
                if (ended) {
                    subscriber.onComplete();
                    return;
                }
                subscriber.onNext(next().getBytes(StandardCharsets.UTF_8));
            } while (demanded.decrementAndGet() > 0);
        } catch (RuntimeException e) {
            LOG.warnf("an export was cut after %d events: %s", events, e);
            subscriber.onError(e);
        }
    }

    /** The next lines, the last without a line break: the framework puts one between two items and one at the end. */
    private String next() {
        StringJoiner lines = new StringJoiner("\n");
        while (lines.length() == 0) {
            if (cancelled || position.covers(upTo)) {
                ended = true;
                return end.line(districtId, events, position, upTo);
            }
            Stretch page = reads.read(connection ->
                    new HistorySequence(connection, districtId).stretch(opened, position, upTo, filter, PAGE));
            for (Step step : page.events()) {
                lines.add(HistoryCloudEvent.line(districtId, step.event(), step.position()));
            }
            events += page.events().size();
            position = page.end();
        }
        return lines.toString();
    }
}
