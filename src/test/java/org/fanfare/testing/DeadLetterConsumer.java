package org.fanfare.testing;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Takes the copies of failed deliveries off their queue, as an operator's consumer would. For one thread. */
public final class DeadLetterConsumer implements AutoCloseable {

    private static final long NO_MORE_MILLIS = 200;

    private final ActiveMQConnectionFactory factory;
    private final JMSContext context;
    private final JMSConsumer consumer;
    private final List<Message> taken = new ArrayList<>();

    public DeadLetterConsumer(String url) {
        factory = new ActiveMQConnectionFactory(url);
        context = factory.createContext(ArtemisMain.USER, ArtemisMain.PASSWORD);
        consumer = context.createConsumer(context.createQueue("fanfare.deadletters"));
    }

    /** The deliveries to this subscription of which copies have come by now, each as often as it came. */
    public List<String> deliveriesOf(String subscription) {
        for (Message next = consumer.receive(NO_MORE_MILLIS); next != null; next = consumer.receive(NO_MORE_MILLIS)) {
            taken.add(next);
        }
        return taken.stream()
                .filter(message -> property(message, "subscriptionId").equals(subscription))
                .map(message -> property(message, "deliveryId"))
                .toList();
    }

    private static String property(Message message, String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
        factory.close();
    }
}
