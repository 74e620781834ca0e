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
 * Works on one delivery per nudge. It runs outside of any transaction: the claim and the record are each a transaction
 * of their own, and none is open while a target or the policy is waited for.
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
    private Dispatch dispatch;

    @Override
    public void onMessage(Message message) {
        try {
            deliveries.take(Nudge.read(message.getBody(String.class))).ifPresent(dispatch::deliver);
        } catch (JMSException unreadable) {
            throw new IllegalStateException("a nudge cannot be read", unreadable);
        }
    }
}
