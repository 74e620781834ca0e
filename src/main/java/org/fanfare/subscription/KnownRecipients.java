package org.fanfare.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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

    private static final int MOST = 10_000;

    /**
     * A look between a commit and its arrival in the shared cache may see the state before, and be kept as if it were the
     * one after; no longer than this.
     */
    private static final long LONGEST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<UUID, Known> recipients = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    /** The recipient as it is known, or else as it is read now. */
    Optional<Recipient> find(UUID subscriptionId, Supplier<Optional<Recipient>> read) {
        long change = changes.get();
        Known known = recipients.get(subscriptionId);
        if (known != null && known.change == change && System.nanoTime() - known.since < LONGEST_NANOS) {
            return Optional.of(known.recipient);
        }
        long since = System.nanoTime();
        Optional<Recipient> found = read.get();
        found.filter(KnownRecipients::isSettled).ifPresent(recipient -> keep(subscriptionId, recipient, change, since));
        return found;
    }

    private void keep(UUID subscriptionId, Recipient recipient, long change, long since) {
        if (recipients.size() >= MOST) {
            recipients.clear();
        }
        recipients.put(subscriptionId, new Known(recipient, change, since));
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
