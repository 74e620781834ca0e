package org.fanfare.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;

/** When each event was posted, accepted and arrived, and how often; in nanoseconds since this was made. */
final class Ledger {

    private final long start = System.nanoTime();
    private final AtomicLongArray posted;
    private final AtomicLongArray accepted;
    private final AtomicLongArray arrived;
    private final AtomicIntegerArray arrivals;
    private final AtomicIntegerArray awaited;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final AtomicReference<String> firstRefusal = new AtomicReference<>();
    private final AtomicInteger strangers = new AtomicInteger();

    Ledger(int events) {
        posted = new AtomicLongArray(events);
        accepted = new AtomicLongArray(events);
        arrived = new AtomicLongArray(events);
        arrivals = new AtomicIntegerArray(events);
        awaited = new AtomicIntegerArray(events);
    }

    long now() {
        return System.nanoTime() - start;
    }

    void posted(int event, long at) {
        posted.set(event, at);
        awaited.set(event, 1);
        outstanding.incrementAndGet();
    }

    void accepted(int event) {
        accepted.set(event, now());
    }

    /** It may arrive nevertheless, if only the answer was lost. */
    void refused(int event, String reason) {
        firstRefusal.compareAndSet(null, reason);
        awaitNoMore(event);
    }

    /** Told by the target. */
    void arrived(byte[] body, int length) {
        int event = SampleEvent.numberIn(body, length);
        if (event < 0 || event >= arrivals.length()) {
            strangers.incrementAndGet();
        } else if (arrivals.incrementAndGet(event) == 1) {
            arrived.set(event, now());
            awaitNoMore(event);
        }
    }

    private void awaitNoMore(int event) {
        if (awaited.getAndSet(event, 0) == 1) {
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

    /** Why the first event that was refused was; null if none was. */
    String firstRefusal() {
        return firstRefusal.get();
    }

    /** What came to the target and was never posted. */
    int strangers() {
        return strangers.get();
    }
}
