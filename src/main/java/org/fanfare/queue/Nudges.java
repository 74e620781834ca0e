package org.fanfare.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;

/** Sends nudges: short texts on a queue which say that a row is to be looked at now. */
public final class Nudges {

    private static final Logger LOG = System.getLogger(Nudges.class.getName());

    private Nudges() {}

    /**
     * Sends each text as a message that the broker need not keep. Must be called outside of a transaction, after the
     * commit that the nudges are about: the row is the truth, so a broker that does not answer is logged here and costs
     * nothing but time, until the timer that looks for due rows nudges again.
     */
    public static void send(ConnectionFactory connectionFactory, Queue queue, Collection<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        try (JMSContext context = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            JMSProducer producer = context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .setDisableMessageID(true)
                    .setDisableMessageTimestamp(true);
            texts.forEach(text -> producer.send(queue, text));
        } catch (JMSRuntimeException brokerFailed) {
            LOG.log(
                    Level.WARNING,
                    "nudges not sent, the timer will repair it count=" + texts.size() + " first=\""
                            + texts.iterator().next() + "\"",
                    brokerFailed);
        }
    }
}
