package org.fanfare.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/** When each event was posted, accepted and arrived, and how often; in nanoseconds since this was made. */
final class Ledger {

    private final long start = System.nanoTime();
    private final AtomicLongArray posted;
    private final AtomicLongArray accepted;
    private final AtomicLongArray arrived;
    private final AtomicIntegerArray arrivals;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();

    Ledger(int events) {
        posted = new AtomicLongArray(events);
        accepted = new AtomicLongArray(events);
        arrived = new AtomicLongArray(events);
        arrivals = new AtomicIntegerArray(events);
    }

    long now() {
        return System.nanoTime() - start;
    }

    void posted(int event, long at) {
        posted.set(event, at);
        outstanding.incrementAndGet();
    }

    void accepted(int event) {
        accepted.set(event, now());
    }

    void refused(int event) {
        outstanding.decrementAndGet();
    }

    /** Told by the target. */
    void arrived(byte[] body, int length) {
        int event = SampleEvent.numberIn(body, length);
        if (event < 0 || event >= arrivals.length()) {
            strangers.incrementAndGet();
        } else if (arrivals.incrementAndGet(event) == 1) {
            arrived.set(event, now());
            outstanding.decrementAndGet();
        }
    }

    /** Posted, not refused, not arrived. */
    int outstanding() {
        return outstanding.get();
    }

    /** Waits until all have arrived, or until none has for so long. */
    void awaitArrivals(long patienceSeconds) throws InterruptedException {
        int before = outstanding();
        long progress = now();
        while (outstanding() > 0 && now() - progress < TimeUnit.SECONDS.toNanos(patienceSeconds)) {
            TimeUnit.MILLISECONDS.sleep(5);
            if (outstanding() != before) {
                before = outstanding();
                progress = now();
            }
        }
    }

    long postedAt(int event) {
        return posted.get(event);
    }

    /** 0 if it was not. */
    long acceptedAt(int event) {
        return accepted.get(event);
    }

    /** 0 if it did not. */
    long arrivedAt(int event) {
        return arrived.get(event);
    }

    int arrivals(int event) {
        return arrivals.get(event);
    }

    /** What came to the target and was never posted. */
    int strangers() {
        return strangers.get();
    }
}
