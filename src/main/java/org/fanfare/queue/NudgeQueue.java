package org.fanfare.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Enumeration;

/** A queue of nudges: short texts which say that a row is to be looked at now. Thread-safe. */
public final class NudgeQueue {

    private static final Logger LOG = System.getLogger(NudgeQueue.class.getName());

    /** With so many messages waiting, the workers have enough to do for a while. */
    private static final int BUSY = 1000;

    private final ConnectionFactory connectionFactory;
    private final Queue queue;

    public NudgeQueue(ConnectionFactory connectionFactory, Queue queue) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
    }

    /**
     * Sends each text as a message that the broker need not keep. Must be called outside of a transaction, after the
     * commit that the nudges are about: the row is the truth, so a broker that does not answer is logged here and costs
     * nothing but time, until the timer that looks for due rows nudges again.
     */
    public void send(Collection<String> texts) {
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

    /**
     * Whether so many messages wait that the timer must not add more: those it would send again may be among them, and
     * a queue that is slow for long would only grow. False where the broker does not answer; then sending fails, too.
     */
    public boolean isBusy() {
        try (JMSContext context = connectionFactory.createContext(JMSContext.AUTO_ACKNOWLEDGE);
                QueueBrowser browser = context.createBrowser(queue)) {
            Enumeration<?> waiting = browser.getEnumeration();
            int count = 0;
            while (count < BUSY && waiting.hasMoreElements()) {
                waiting.nextElement();
                count++;
            }
            return count == BUSY;
        } catch (JMSException | JMSRuntimeException brokerFailed) {
            return false;
        }
    }
}
