package org.inpractice.stream;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/** The sends of one relay round: waits until the broker has acknowledged them all, or one has failed. */
final class Publication implements Callback {
    private final CountDownLatch pending;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    Publication(int records) {
        pending = new CountDownLatch(records);
    }

    @Override
    public void onCompletion(RecordMetadata metadata, Exception exception) {
        if (exception != null) {
            failure.compareAndSet(null, exception);
        }
        pending.countDown();
    }

    /** Whether a record is known not to have been taken; the producer tells a send that failed at once only here. */
    boolean hasFailed() {
        return failure.get() != null;
    }

    /** One of the records is not sent at all. */
    void leaveOut() {
        pending.countDown();
    }

    void awaitAcknowledgements() {
        try {
            if (!hasFailed()) {
                pending.await();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the broker did not take an event", failure.get());
        }
    }
}
