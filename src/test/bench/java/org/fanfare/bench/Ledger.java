package org.fanfare.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * When each event of a stretch of numbers was due and accepted, when it arrived at each subscription and how often. Times
 * are those of System.nanoTime, here and in the process of the targets; 0 is never.
 */
final class Ledger {

    private final int first;
    private final int end;
    private final Events events;
    private final AtomicLongArray due;
    private final AtomicLongArray accepted;
    private final AtomicLongArray arrived;
    private final AtomicIntegerArray arrivals;
    private final AtomicLong awaited = new AtomicLong();
    private final AtomicInteger posted = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final AtomicInteger strangers = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicReference<String> firstRefusal = new AtomicReference<>();
    private volatile IntPredicate judged = event -> true;

    Ledger(int first, int count, Events events) {
        this.first = first;
        this.end = first + count;
        this.events = events;
        this.due = new AtomicLongArray(count);
        this.accepted = new AtomicLongArray(count);
        this.arrived = new AtomicLongArray(count * events.subscriptions());
        this.arrivals = new AtomicIntegerArray(count * events.subscriptions());
    }

    /** Only these events have to arrive, once; whatever else becomes of the others. To be said before the first is posted. */
    void judge(IntPredicate which) {
        judged = which;
    }

    Events events() {
        return events;
    }

    int first() {
        return first;
    }

    /** The number after the last. */
    int end() {
        return end;
    }

    void posted(int event, long at) {
        due.set(event - first, at);
        posted.incrementAndGet();
    }

    void accepted(int event, long at) {
        accepted.set(event - first, at);
        if (judged.test(event)) {
            awaited.addAndGet(events.subscriptions());
        }
    }

    /** It may arrive nevertheless, if only the answer was lost. */
    void refused(String reason) {
        refusals.incrementAndGet();
        firstRefusal.compareAndSet(null, reason);
    }

    void arrived(Arrivals.Arrival arrival) {
        int event = arrival.event();
        if (event >= 0 && event < first) {
            late.incrementAndGet(); // all that was owed then had arrived or is counted as missing
        } else if (event < 0 || event >= end || !events.isOwed(event, arrival.subscription())) {
            strangers.incrementAndGet();
        } else {
            int slot = slot(event, events.slots().of(event, arrival.subscription()));
            if (arrivals.incrementAndGet(slot) == 1) {
                arrived.set(slot, arrival.at());
                awaited.addAndGet(judged.test(event) ? -1 : 0);
            }
        }
    }

    private int slot(int event, int subscription) {
        return (event - first) * events.subscriptions() + subscription;
    }

    /** How many deliveries of accepted events have not arrived; fewer for a moment, while answers are under way. */
    long outstanding() {
        return awaited.get();
    }

    int posted() {
        return posted.get();
    }

    int refusals() {
        return refusals.get();
    }

    /** Why the first event that was refused was; null if none was. */
    String firstRefusal() {
        return firstRefusal.get();
    }

    /** 0 if it was not posted. */
    long dueAt(int event) {
        return due.get(event - first);
    }

    long acceptedAt(int event) {
        return accepted.get(event - first);
    }

    /** The last of an event's arrivals; 0 if one is missing. */
    long arrivedAt(int event) {
        long last = 0;
        for (int i = 0; i < events.subscriptions(); i++) {
            long at = arrived.get(slot(event, i));
            if (at == 0) {
                return 0;
            }
            last = Math.max(last, at);
        }
        return last;
    }

    /** From the acceptance to each arrival of these; one that was there before the answer took no time. */
    Latencies fromAccept(IntPredicate which) {
        return latencies(which, accepted);
    }

    /** From the time at which it should have been posted to each arrival of these. */
    Latencies fromDue(IntPredicate which) {
        return latencies(which, due);
    }

    private Latencies latencies(IntPredicate which, AtomicLongArray from) {
        Latencies latencies = new Latencies();
        accepted().filter(which).forEach(event -> {
            for (int i = 0; i < events.subscriptions(); i++) {
                long at = arrived.get(slot(event, i));
                if (at != 0) {
                    latencies.add(at - from.get(event - first));
                }
            }
        });
        return latencies;
    }

    /** From the time at which it should have been posted to the answer. */
    Latencies toAccept() {
        Latencies latencies = new Latencies();
        accepted().forEach(event -> latencies.add(acceptedAt(event) - dueAt(event)));
        return latencies;
    }

    /** The events that were accepted. */
    IntStream accepted() {
        return IntStream.range(first, end).filter(event -> acceptedAt(event) != 0);
    }

    /** What went wrong with those that are judged. */
    Faults faults() {
        long missing = 0;
        long twice = late.get();
        for (int event = first; event < end; event++) {
            for (int i = 0; judged.test(event) && i < events.subscriptions(); i++) {
                int times = arrivals.get(slot(event, i));
                missing += times == 0 && acceptedAt(event) != 0 ? 1 : 0;
                twice += Math.max(0, times - 1);
            }
        }
        return new Faults(refusals(), missing, twice, strangers.get(), 0);
    }
}
