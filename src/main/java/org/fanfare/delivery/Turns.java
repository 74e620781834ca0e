package org.fanfare.delivery;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.fanfare.event.EventLog;

/**
 * Sees to it that deliveries with one key are attempted in the order in which their events were accepted. One waits while
 * an earlier one is not settled, and for as long as an earlier event, which might have the same key, is not routed.
 */
@ApplicationScoped
public class Turns {

    private static final Logger LOG = System.getLogger(Turns.class.getName());

    /** How long to let earlier events be routed before looking again. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    /** More than these are not kept in memory: their rows become due again. */
    private static final int MOST_PATIENT = 5000;

    @EJB
    private EventLog events;

    @EJB
    private Backlog backlog;

    @Inject
    private Clock clock;

    @Inject
    private DeliverySettings settings;

    @Resource
    private ManagedScheduledExecutorService timer;

    private final AtomicInteger patient = new AtomicInteger();

    /** All events before this one are routed, and will always have been. */
    private volatile UUID routedBefore = new UUID(0, 0);

    private volatile Instant lookAgainAt = Instant.MIN;

    /**
     * Whether the delivery may be attempted now. If not, it waits in the database, or is offered again in a moment.
     *
     * @param offer takes deliveries whose turn it is
     */
    boolean isItsTurn(Claim claim, Consumer<Claim> offer) {
        if (claim.orderKey() == null) {
            return true;
        }
        if (!areAllRoutedBefore(claim.eventId())) {
            inAMoment(claim, offer, PATIENCE);
            return false;
        }
        if (backlog.isItsTurn(claim)) {
            return true;
        }
        if (backlog.keepInOrder(claim) && backlog.isItsTurn(claim)) {
            // Those before it were settled while it was put there, and found nobody to wake.
            end(claim, offer);
        }
        return false;
    }

    /**
     * After a delivery was settled, or found to be settled already: wakes the one whose turn it is. Not at once, for that
     * one may be settled at once as well, and the next.
     */
    void end(Claim claim, Consumer<Claim> offer) {
        if (claim.orderKey() != null) {
            timer.execute(surviving(() ->
                    backlog.claimNext(claim.subscriptionId(), claim.orderKey()).ifPresent(offer)));
        }
    }

    private boolean areAllRoutedBefore(UUID eventId) {
        if (eventId.compareTo(routedBefore) < 0) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(lookAgainAt)) {
            return false;
        }
        lookAgainAt = now.plus(PATIENCE.dividedBy(10));
        Optional<UUID> unrouted = events.firstUnrouted();
        // Without any, all that is known now is routed: this event, and so all before it.
        UUID bound = unrouted.orElse(new UUID(eventId.getMostSignificantBits(), -1));
        routedBefore = bound.compareTo(routedBefore) > 0 ? bound : routedBefore;
        return eventId.compareTo(routedBefore) < 0;
    }

    private void inAMoment(Claim claim, Consumer<Claim> offer, Duration wait) {
        Instant next = clock.instant().plus(wait);
        boolean isTooLate = next.plus(settings.longestWork()).isAfter(claim.leaseEnd());
        if (isTooLate || patient.get() >= MOST_PATIENT) {
            return; // the row becomes due again at the end of its lease
        }
        patient.incrementAndGet();
        Runnable look = surviving(() -> {
            patient.decrementAndGet();
            if (areAllRoutedBefore(claim.eventId())) {
                offer.accept(claim);
            } else {
                inAMoment(claim, offer, wait.multipliedBy(2));
            }
        });
        timer.schedule(look, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable surviving(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "delivery not offered in its turn, it will be found again", failed);
            }
        };
    }
}
