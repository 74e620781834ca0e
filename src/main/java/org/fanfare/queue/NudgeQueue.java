package org.fanfare.queue;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;

/**
 * A queue of nudges: short texts which say that a row is to be looked at now. Those that are sent together share messages,
 * a line each. Thread-safe.
 */
public final class NudgeQueue {

    private static final Logger LOG = System.getLogger(NudgeQueue.class.getName());

    /** With so many messages waiting, the workers have enough to do for a while. */
    private static final int BUSY = 1000;

    /** So many rows one worker can look at before others would have been quicker. */
    private static final int MOST_OF_ONE_MESSAGE = 32;

    private final ConnectionFactory connectionFactory;
    private final Queue queue;

    public NudgeQueue(ConnectionFactory connectionFactory, Queue queue) {
        this.connectionFactory = connectionFactory;
        this.queue = queue;
    }

    /**
     * Sends the texts in messages that the broker need not keep. Must be called outside of a transaction, after the
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
            messages(texts).forEach(message -> producer.send(queue, message));
        } catch (JMSRuntimeException brokerFailed) {
            LOG.log(
                    Level.WARNING,
                    "nudges not sent, the timer will repair it count=" + texts.size() + " first=\""
                            + texts.iterator().next() + "\"",
                    brokerFailed);
        }
    }

    private static List<String> messages(Collection<String> texts) {
        List<String> all = List.copyOf(texts);
        List<String> messages = new ArrayList<>();
        for (int from = 0; from < all.size(); from += MOST_OF_ONE_MESSAGE) {
            messages.add(String.join("\n", all.subList(from, Math.min(from + MOST_OF_ONE_MESSAGE, all.size()))));
        }
        return messages;
    }

    /** The texts that came in a message, in the order in which they were sent. */
    public static List<String> read(Message message) {
        try {
            return message.getBody(String.class).lines().toList();
        } catch (JMSException unreadable) {
            throw new IllegalStateException("nudges cannot be read", unreadable);
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
