package org.inpractice.api;

import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** For the few resources that run on the event loop: work that waits for a database goes to a worker from there. */
public final class WorkerThreads {
    private WorkerThreads() {}

    /** Runs it on a worker, with the request's context and trace. Call it on a request's event loop. */
    public static <T> CompletionStage<T> call(Callable<T> work) {
        return Vertx.currentContext().executeBlocking(work, false).toCompletionStage();
    }
}
