package org.fanfare.bench;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Fetches what arrived at the targets and enters it in the ledger of the round. */
final class Listening implements AutoCloseable {

    private static final int PAUSE_MILLIS = 20;

    private final OtherSideProcess otherSide;
    private final AtomicReference<Ledger> ledger = new AtomicReference<>();
    private final Set<Integer> ignored = ConcurrentHashMap.newKeySet();
    private final AtomicInteger late = new AtomicInteger();
    private volatile boolean isClosed;

    Listening(OtherSideProcess otherSide) {
        this.otherSide = otherSide;
        FakeServer.daemon("arrivals", this::listen);
    }

    private void listen() {
        while (!isClosed) {
            try {
                fetch();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (IOException | InterruptedException ended) {
                return;
            }
        }
    }

    /** Enters all that has arrived until now. */
    synchronized void fetch() throws IOException {
        otherSide.takeArrivals(this::enter);
    }

    private void enter(Arrivals.Arrival arrival) {
        Ledger current = ledger.get();
        if (ignored.contains(arrival.subscription())) {
            return;
        }
        if (current == null) {
            late.incrementAndGet();
        } else {
            current.arrived(arrival);
        }
    }

    /** From now on. */
    void enterInto(Ledger next) {
        ledger.set(next);
    }

    /** What arrives after the round of its event is over counts as late: all that was owed was there or is missing. */
    void pause() {
        ledger.set(null);
    }

    /** What comes for this subscription counts no more: its target does not answer, so it comes again and again. */
    void ignore(int subscription) {
        ignored.add(subscription);
    }

    /** How many came late since this was asked. */
    int takeLate() {
        return late.getAndSet(0);
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
