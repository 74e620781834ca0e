package org.fanfare.delivery;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.EventLog;
import org.fanfare.metrics.Metrics;

/**
 * Puts copies of failed deliveries on the queue {@code fanfare.deadletters}, for consumers that are no part of Fanfare: at
 * least once, in persistent messages.
 *
 * <p>A row is dropped not when its message is sent but the next time: the embedded broker answers before its journal is on
 * the disk, so a message can be lost with the process. What was sent just before that is sent again.
 */
@ApplicationScoped
public class DeadLetterQueue {

    private static final Logger LOG = System.getLogger(DeadLetterQueue.class.getName());
    private static final String SENT = "fanfare_deadletters_sent";
    private static final int AT_ONCE = 100;
    private static final int MOST_EACH_TIME = 1000;

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/deadletters")
    private Queue queue;

    @EJB
    private DeadLetters letters;

    @EJB
    private EventLog events;

    @Inject
    private DeadLetterSettings settings;

    @Inject
    private Metrics metrics;

    private final List<UUID> sent = new ArrayList<>();

    void onStart(@Observes Startup start) {
        metrics.counter(SENT);
    }

    /** Sends what is due. Run it about once a second, never twice at once. */
    public void send() {
        if (!settings.queue()) {
            return;
        }
        letters.drop(sent);
        sent.clear();
        List<DeadLetter> due;
        do {
            due = letters.claimDue(AT_ONCE);
        } while (send(due) && due.size() == AT_ONCE && sent.size() < MOST_EACH_TIME);
    }

    /** Whether the broker took them all; if not, those it did not take are given back. */
    private boolean send(List<DeadLetter> due) {
        if (due.isEmpty()) {
            return true;
        }
        try (JMSContext context = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            due.forEach(letter -> send(context, letter));
            return true;
        } catch (JMSRuntimeException brokerFailed) {
            List<UUID> unsent = due.stream()
                    .map(DeadLetter::id)
                    .filter(id -> !sent.contains(id))
                    .toList();
            LOG.log(
                    Level.WARNING,
                    "dead letters not sent, it will be tried again count=" + unsent.size(),
                    brokerFailed);
            letters.giveBack(unsent);
            return false;
        }
    }

    /** One whose event was purged meanwhile is only dropped. */
    private void send(JMSContext context, DeadLetter letter) {
        events.find(letter.eventId()).ifPresent(event -> {
            JMSProducer producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.PERSISTENT)
                    .setProperty("deliveryId", letter.deliveryId().toString())
                    .setProperty("eventId", letter.eventId().toString())
                    .setProperty("subscriptionId", letter.subscriptionId().toString())
                    .setProperty("tenant", letter.owner().tenant())
                    .setProperty("owner", letter.owner().name())
                    .setProperty("attempts", letter.attempts())
                    .setProperty("reason", letter.reason());
            producer.send(queue, new String(event.cloudEvent().structured(), StandardCharsets.UTF_8));
            metrics.counter(SENT).inc();
        });
        sent.add(letter.id());
    }
}
