package org.fanfare.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread with little stack, in which what recurses too deeply fails. */
public final class SmallStack {

    private final ExecutorService thread;

    /** @param bytes of stack; the platform may round it up */
    public SmallStack(int bytes) {
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(null, work, "small stack", bytes);
            made.setDaemon(true);
            return made;
        });
    }

    /** The result of the work, done in the thread; what it throws is the cause of what this throws. */
    public <T> T call(Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }
}
