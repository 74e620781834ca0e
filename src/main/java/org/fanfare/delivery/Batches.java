package org.fanfare.delivery;

import jakarta.annotation.PostConstruct;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.fanfare.batch.Batch;
import org.fanfare.batch.Collector;
import org.fanfare.batch.Item;
import org.fanfare.dialect.RawObject;
import org.fanfare.dialect.SpecVersion;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;

/**
 * Makes parcels of the deliveries to recipients that want batches. What is collected is held under its claims, in memory
 * only: if the server is killed, the rows become due again at the end of their leases.
 */
@ApplicationScoped
public class Batches {

    private static final Logger LOG = System.getLogger(Batches.class.getName());

    /** Of one request; an event that is longer goes alone. */
    private static final int MOST_BYTES = 1_048_576;

    private static final int MOST_COLLECTED = 20_000;

    /** The brackets, commas and names that extensions and arrays bring along, at most. */
    private static final int FRAME = 32;

    /** The events of one request have one version: CloudEvents' HTTP binding 1.0.2, 3.3. */
    private record Key(UUID subscriptionId, SpecVersion version, boolean wasWaiting) {}

    @EJB
    private EventLog events;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService timer;

    private Collector<Key, Claim> collector;

    /** When the timer is to ring; null if it is not set. Guarded by this. */
    private Instant alarm;

    @PostConstruct
    void open() {
        collector = new Collector<>(MOST_BYTES, MOST_COLLECTED, clock);
    }

    /** @param enter takes the parcels that are complete: at once, or later and in another thread */
    void collect(Claim claim, boolean wasWaiting, Recipient recipient, Consumer<Parcel> enter) {
        Optional<Event> event = events.find(claim.eventId());
        if (event.isEmpty()) {
            enter.accept(Parcel.of(claim, wasWaiting));
            return;
        }
        SpecVersion version = event.get().cloudEvent().specVersion();
        Item<Claim> item = new Item<>(
                claim, length(event.get(), recipient), claim.leaseEnd().minus(settings.longestWork()));
        collector
                .add(new Key(claim.subscriptionId(), version, wasWaiting), recipient.batch(), item)
                .forEach(full -> enter.accept(parcel(full)));
        setTimer(enter);
    }

    private static int length(Event event, Recipient recipient) {
        return event.cloudEvent().structured().length + RawObject.bytes(recipient.extensions()).length + FRAME;
    }

    private static Parcel parcel(Batch<Key, Claim> batch) {
        return new Parcel(batch.works(), batch.key().wasWaiting());
    }

    /** Deliveries that wait for others. */
    int collected() {
        return collector.collected();
    }

    private void setTimer(Consumer<Parcel> enter) {
        collector.next().filter(this::isEarlier).ifPresent(at -> {
            long millis = Math.max(0, Duration.between(clock.instant(), at).toMillis() + 1);
            try {
                timer.schedule(() -> ring(at, enter), millis, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException closing) {
                stopped(at);
            }
        });
    }

    private synchronized boolean isEarlier(Instant at) {
        boolean isEarlier = alarm == null || at.isBefore(alarm);
        alarm = isEarlier ? at : alarm;
        return isEarlier;
    }

    private synchronized void stopped(Instant at) {
        alarm = at.equals(alarm) ? null : alarm;
    }

    private void ring(Instant at, Consumer<Parcel> enter) {
        stopped(at);
        List<Batch<Key, Claim>> due = collector.due();
        setTimer(enter);
        for (Batch<Key, Claim> batch : due) {
            try {
                enter.accept(parcel(batch));
            } catch (RuntimeException failed) {
                LOG.log(Level.WARNING, "batch not sent, its deliveries will be found again", failed);
            }
        }
    }
}
