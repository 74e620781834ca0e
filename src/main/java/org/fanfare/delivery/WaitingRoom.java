package org.fanfare.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fanfare.traffic.Gate;
import org.fanfare.traffic.Shortage;

/**
 * Brings back those that wait: what is parked, when its time has come; what waits in the database, when there is room or
 * its turn. One thread does it on each node, at once where the gate tells of a change. Twice a minute it looks through the
 * database for what no node knows of any more; so it does at the start.
 */
@ApplicationScoped
public class WaitingRoom {

    private static final Logger LOG = System.getLogger(WaitingRoom.class.getName());
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long TICKS_BETWEEN_LOOKS = 30;
    private static final int MOST_AT_ONCE = 200;
    private static final int MOST_CANCELLED = 5_000;
    private static final int MOST_SUBSCRIPTIONS = 10_000;
    private static final int TURNS_AT_ONCE = 1000;
    private static final UUID FIRST = new UUID(0, 0);

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    private Gate<Claim> gate;

    @Inject
    private Admission admission;

    @Inject
    private SendingThreads threads;

    @EJB
    private Backlog backlog;

    private Thread thread;
    private volatile boolean isOpen;
    private volatile long waiting;
    private UUID lastLookedAt = FIRST;

    /** Begins; to be called once the schema is there. */
    public void open() {
        isOpen = true;
        thread = factory.newThread(this::run);
        thread.start();
    }

    @PreDestroy
    void close() {
        isOpen = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** How many deliveries wait in the database, as of the last look. */
    public long waiting() {
        return waiting;
    }

    private void run() {
        long nextTick = System.nanoTime();
        long ticks = 0;
        while (isOpen) {
            try {
                if (System.nanoTime() - nextTick >= 0) {
                    nextTick = System.nanoTime() + TICK.toNanos();
                    tick(ticks++);
                }
                gate.awaitChange(TICK);
                threads.startNext();
                gate.shortages().forEach(this::supply);
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failed) {
                rest(failed);
            }
        }
    }

    private void tick(long number) {
        gate.overdue().forEach(admission::keep);
        if (number % TICKS_BETWEEN_LOOKS == 0) {
            waiting = backlog.count();
            lookForRoom();
            lookForTurns();
        }
    }

    /** Takes some of those who wait for room. */
    private void supply(Shortage shortage) {
        boolean areAll = false;
        try {
            int most = Math.min(shortage.count(), MOST_AT_ONCE);
            List<Claim> claims = backlog.claim(shortage.place().subscriptionId(), most);
            claims.forEach(admission::offerAgain);
            areAll = claims.size() < most;
        } finally {
            gate.supplied(shortage.place(), areAll);
        }
    }

    /** Tells the gate of all subscriptions for which some wait, as their targets are now. */
    private void lookForRoom() {
        Optional<UUID> next = backlog.subscriptionAfter(null);
        for (int i = 0; i < MOST_SUBSCRIPTIONS && next.isPresent(); i++) {
            UUID subscription = next.get();
            admission
                    .recipient(subscription)
                    .ifPresentOrElse(
                            recipient -> admission.remember(subscription, recipient), () -> cancel(subscription));
            next = backlog.subscriptionAfter(subscription);
        }
    }

    /** The subscription was deleted: brings some of its deliveries to those who record that. */
    private void cancel(UUID subscription) {
        int most = MOST_CANCELLED;
        List<Claim> part;
        do {
            part = backlog.claim(subscription, MOST_AT_ONCE);
            part.forEach(admission::offerAgain);
            most -= part.size();
        } while (!part.isEmpty() && most > 0);
    }

    /** Looks at some of those who wait for their turn, each time at the next ones. */
    private void lookForTurns() {
        List<Delivery> part = backlog.inOrderAfter(lastLookedAt, TURNS_AT_ONCE);
        for (Delivery delivery : part) {
            backlog.claimNext(delivery.subscriptionId(), delivery.orderKey()).ifPresent(admission::offerAgain);
        }
        lastLookedAt =
                part.size() < TURNS_AT_ONCE ? FIRST : part.get(part.size() - 1).id();
    }

    private static void rest(RuntimeException failed) {
        LOG.log(Level.WARNING, "waiting deliveries not looked at, it will be tried again", failed);
        try {
            Thread.sleep(AFTER_FAILURE.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
