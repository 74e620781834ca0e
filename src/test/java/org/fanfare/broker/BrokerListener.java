package org.fanfare.broker;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * The way the product's listeners are bound. Names, not JNDI: {@code destination} with {@code useJNDI=false} is the
 * address in the broker, and WildFly, whose adapter is the same, finds its queue of that name.
 *
 * <p>Without a transaction the adapter acknowledges when {@code onMessage} returns. When it throws, the message is
 * given back, and the broker brings it again after its {@code redelivery-delay}.
 */
@MessageDriven(
        name = "BrokerListener",
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "fanfare.events"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BrokerListener implements MessageListener {

    @Inject
    private SeenMessages seen;

    @Override
    public void onMessage(Message message) {
        try {
            int deliveries = message.getIntProperty("JMSXDeliveryCount");
            String text = message.getBody(String.class);
            if (text.equals("refused-first") && deliveries == 1) {
                throw new IllegalStateException("not now");
            }
            seen.add(text, deliveries);
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
