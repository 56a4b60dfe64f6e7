package org.inpractice.learning.history;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The few threads that read pages for long answers, streams and exports. However many readers there are, they take no
 * more connections than there are threads here, and a reader who is slow holds none of them.
 */
@Singleton
public class PageThreads implements Executor {
    /** A fifth of the connections of a replica, so that short requests keep theirs. */
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("history-page-", 1).factory());

    @Override
    public void execute(Runnable page) {
        threads.execute(page);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
