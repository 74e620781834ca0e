package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fanfare.delivery.Consent;
import org.fanfare.delivery.Recipient;

/**
 * Recipients as they were last read: their options are parsed and their secrets opened once, and not for each delivery.
 * Any change of any subscription that this node makes or learns of ends what is known of all, as changes are rare beside
 * deliveries. Only of those that nothing but such a change can alter is anything kept: enabled ones whose target needs not
 * be asked.
 *
 * <p>Thread-safe.
 */
@ApplicationScoped
class KnownRecipients {

    private static final int MOST = 20_000;

    /**
     * A look between a commit and its arrival in the shared cache may see the state before, and be kept as if it were the
     * one after; no longer than this.
     */
    private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<UUID, Known> recipients = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** The recipient as it is known, or else as it is read now. */
    Optional<Recipient> find(UUID subscriptionId, Supplier<Optional<Recipient>> read) {
        Optional<Recipient> known = known(subscriptionId);
        if (known.isPresent()) {
            return known;
        }
        long change = changes.get();
        long since = System.nanoTime();
        Optional<Recipient> found = read.get();
        found.ifPresent(recipient -> keep(subscriptionId, new Known(recipient, change, since)));
        return found;
    }

    /** Reads those that are not known, all at once. */
    void prepare(Collection<UUID> subscriptionIds, Function<Collection<UUID>, Map<UUID, Recipient>> read) {
        Set<UUID> unknown =
                subscriptionIds.stream().filter(id -> known(id).isEmpty()).collect(Collectors.toSet());
        if (unknown.size() > 1) {
            long change = changes.get();
            long since = System.nanoTime();
            read.apply(unknown).forEach((id, recipient) -> keep(id, new Known(recipient, change, since)));
        }
    }

    private Optional<Recipient> known(UUID subscriptionId) {
        return Optional.ofNullable(recipients.get(subscriptionId))
                .filter(known -> known.change == changes.get() && System.nanoTime() - known.since < LONGEST_NANOS)
                .map(Known::recipient);
    }

    private void keep(UUID subscriptionId, Known known) {
        if (!isSettled(known.recipient)) {
            return;
        }
        if (recipients.size() >= MOST) {
            recipients.clear();
        }
        recipients.put(subscriptionId, known);
    }

    private static boolean isSettled(Recipient recipient) {
        return recipient.held() == null && recipient.consent() instanceof Consent.NotAsked;
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionChanged change) {
        forgetAll();
    }

    /** To be called when a subscription is found to be changed by another node. */
    void forgetAll() {
        changes.incrementAndGet();
    }

    /**
     * @param change how many changes had been made before it was read
     * @param since when it was read, as {@link System#nanoTime} counts
     */
    private record Known(Recipient recipient, long change, long since) {}
}
