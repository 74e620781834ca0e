package org.fanfare.guard;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * One direction of one request, as far as it waits for its client: for more of the body, or for room to answer. A thread is
 * taken meanwhile, so there is an end to it, {@link #cut}, which may come from another thread.
 */
final class Visit implements AutoCloseable {

    /** Something that waits for the client. */
    interface Exchange<T> {
        T run() throws IOException;
    }

    private final LongSupplier nanos;
    private final Runnable end;

    private Thread waiting;
    private long since;
    private long before;
    private boolean isCut;
    private boolean isInterrupted;

    Visit(LongSupplier nanos, Runnable end) {
        this.nanos = nanos;
        this.end = end;
    }

    /** Does it, and counts the time that it takes as the client's. */
    <T> T await(Exchange<T> exchange) throws IOException {
        enter();
        try {
            return exchange.run();
        } finally {
            leave();
        }
    }

    /** Whether this visit was ended. */
    synchronized boolean isCut() {
        return isCut;
    }

    /** How long it has waited for its client, if it does so now; otherwise nothing, as it keeps nobody. */
    synchronized long waited() {
        return waiting == null ? 0 : before + nanos.getAsLong() - since;
    }

    /** Ends the waiting, if there is any now: this one and all later. */
    synchronized void cut() {
        if (waiting != null) {
            isCut = true;
            isInterrupted = true;
            waiting.interrupt();
        }
    }

    @Override
    public void close() {
        end.run();
    }

    private synchronized void enter() throws IOException {
        if (isCut) {
            throw new IOException("The client took too long.");
        }
        waiting = Thread.currentThread();
        since = nanos.getAsLong();
    }

    private synchronized void leave() {
        waiting = null;
        before += nanos.getAsLong() - since;
        if (isInterrupted) {
            // It was meant for the waiting only. What comes now, perhaps the database's, must not be hit by it.
            isInterrupted = false;
            Thread.interrupted();
        }
    }
}
