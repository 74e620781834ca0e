package org.fanfare.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fanfare.secret.SecretUnreadable;
import org.fanfare.traffic.Entry;
import org.fanfare.traffic.Gate;
import org.fanfare.traffic.Hosts;
import org.fanfare.traffic.Place;
import org.fanfare.traffic.Ticket;
import org.fanfare.traffic.TrafficLimits;
import org.fanfare.traffic.TrafficSettings;

/** Brings claimed deliveries to the gate, and those that do not pass to where they wait. */
@ApplicationScoped
public class Admission {

    private static final Duration LONGEST_WAIT_FOR_THREAD = Duration.ofSeconds(5);

    @Inject
    private Recipients recipients;

    @Inject
    private Gate<Parcel> gate;

    @Inject
    private SendingThreads threads;

    @Inject
    private Dispatch dispatch;

    @Inject
    private Turns turns;

    @Inject
    private Batches batches;

    @EJB
    private Backlog backlog;

    @Inject
    private DeliverySettings settings;

    @Inject
    private TrafficSettings traffic;

    /** Waits until a thread is free, so that what cannot be sent anyway stays in the queue; not for ever. */
    void awaitThread() {
        try {
            gate.awaitThread(LONGEST_WAIT_FOR_THREAD);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes a delivery that was just claimed, and comes back soon. */
    void offer(Claim claim) {
        offer(claim, false);
    }

    /** Takes a delivery that waited in the database, and comes back soon. */
    void offerAgain(Claim claim) {
        offer(claim, true);
    }

    private void offer(Claim claim, boolean wasWaiting) {
        Optional<Recipient> recipient = readable(() -> claim.recipient(recipients));
        if (recipient.isEmpty() || recipient.get().held() != null) {
            dispatch.deliver(claim, report -> {});
        } else if (!turns.isItsTurn(claim, this::offer)) {
            return;
        } else if (recipient.get().isBatched()) {
            batches.collect(claim, wasWaiting, recipient.get(), this::enter);
        } else {
            enter(Parcel.of(claim, wasWaiting), recipient.get());
        }
    }

    /** Takes a delivery that must not go together with others. */
    void offerAlone(Claim claim) {
        enter(Parcel.of(claim, false));
    }

    /** A parcel that was collected; its recipient may be another one by now. */
    private void enter(Parcel parcel) {
        Optional<Recipient> recipient = readable(() -> parcel.first().recipient(recipients));
        if (recipient.filter(Recipient::isBatched).isPresent()) {
            enter(parcel, recipient.get());
        } else {
            parcel.claims().forEach(this::offer);
        }
    }

    private void enter(Parcel parcel, Recipient recipient) {
        enter(new Ticket<>(
                place(parcel.first().lane(), recipient),
                limits(recipient),
                parcel.leaseEnd().minus(settings.longestWork()),
                parcel.wasWaiting(),
                parcel.claims().size(),
                parcel));
    }

    /**
     * Where deliveries of a subscription go; nowhere as well where a secret of it cannot be opened: they need no room,
     * dispatch records that they break down.
     */
    Optional<Recipient> recipient(UUID subscriptionId) {
        return readable(() -> recipients.find(subscriptionId));
    }

    private static Optional<Recipient> readable(Supplier<Optional<Recipient>> recipient) {
        try {
            return recipient.get();
        } catch (SecretUnreadable unknown) {
            return Optional.empty();
        }
    }

    /** Offers the next one with the same key, now that this one is settled. */
    void endTurn(Claim claim) {
        turns.end(claim, this::offer);
    }

    private void enter(Ticket<Parcel> ticket) {
        Entry<Parcel> entry = gate.enter(ticket);
        if (entry instanceof Entry.Open<Parcel> open) {
            threads.start(open.pass());
        } else if (entry instanceof Entry.Later<Parcel> later) {
            keep(later);
        }
        threads.startNext();
    }

    /** Lets a parcel's deliveries wait in the database. */
    void keep(Entry.Later<Parcel> later) {
        Ticket<Parcel> ticket = later.ticket();
        if (backlog.keep(ticket.work().claims(), later.reason())) {
            gate.waits(ticket.place(), ticket.limits());
        }
    }

    /** Lets deliveries to this recipient wait in the database. */
    void keep(List<Claim> claims, Recipient recipient, String reason) {
        if (backlog.keep(claims, reason)) {
            remember(claims.get(0).lane(), recipient);
        }
    }

    /** Lets the gate know that deliveries to this recipient wait in the database. */
    void remember(UUID subscriptionId, Recipient recipient) {
        gate.waits(place(subscriptionId, recipient), limits(recipient));
    }

    /** What the subscription's owner wants, or what holds for all; no more than what the target has agreed to. */
    private TrafficLimits limits(Recipient recipient) {
        TrafficLimits limits = recipient.traffic().limits(traffic.perSubscription());
        return recipient
                .consent()
                .perMinute()
                .map(perMinute -> limits.slowedTo(perMinute / 60.0))
                .orElse(limits);
    }

    private static Place place(UUID lane, Recipient recipient) {
        return new Place(lane, recipient.owner(), Hosts.of(recipient.targetUrl()));
    }
}
