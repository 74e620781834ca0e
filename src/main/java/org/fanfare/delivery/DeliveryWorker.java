package org.fanfare.delivery;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Takes one delivery per nudge and brings it to the gate; others send it. So the nudges of those who have to wait hold up
 * nobody's who need not. It runs outside of any transaction: the claim and what is recorded are each one of their own.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "fanfare.deliveries"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "32")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryWorker implements MessageListener {

    @EJB
    private Deliveries deliveries;

    @Inject
    private Admission admission;

    @Override
    public void onMessage(Message message) {
        try {
            Nudge nudge = Nudge.read(message.getBody(String.class));
            admission.awaitThread();
            deliveries.take(nudge).ifPresent(admission::offer);
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a nudge cannot be read", unreadable);
        }
    }
}
