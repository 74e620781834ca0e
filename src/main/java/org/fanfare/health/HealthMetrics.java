package org.fanfare.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.fanfare.metrics.Metrics;
import org.fanfare.subscription.SubscriptionDisabled;

/** Counts and logs what owners of subscriptions are told. */
@ApplicationScoped
public class HealthMetrics {

    private static final Logger LOG = System.getLogger(HealthMetrics.class.getName());
    private static final String DISABLED = "fanfare_subscriptions_disabled";
    private static final String WARNED = "fanfare_subscriptions_warned";

    @Inject
    private Metrics metrics;

    /** The counters are there from the start, so that a zero is a zero and not a gap. */
    void onStart(@Observes Startup start) {
        metrics.counter(DISABLED);
        metrics.counter(WARNED);
    }

    void onDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionDisabled disabled) {
        metrics.counter(DISABLED).inc();
        LOG.log(
                Level.WARNING,
                "subscription disabled subscription=%s because=%s%s reason=\"%s\""
                        .formatted(
                                disabled.subscriptionId(),
                                disabled.because().wireName(),
                                disabled.owner().inLog(),
                                quoted(disabled.reason())));
    }

    void onWarned(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionWarned warned) {
        metrics.counter(WARNED).inc();
        LOG.log(
                Level.WARNING,
                "subscription ailing subscription=%s percent=%d announcement=%s reason=\"%s\""
                        .formatted(
                                warned.subscriptionId(),
                                warned.percent(),
                                warned.announcement(),
                                quoted(warned.reason())));
    }

    /** What a target answered may be long, have line breaks, and worse. */
    private static String quoted(String text) {
        String start = text.length() <= 300 ? text : text.substring(0, 300) + "...";
        return start.replaceAll("\\p{Cntrl}", " ").replace("\"", "\\\"");
    }
}
