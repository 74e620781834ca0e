package org.fanfare.delivery;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.fanfare.queue.NudgeQueue;

/**
 * Takes the deliveries that are nudged and brings each to the gate; others send it. So the nudges of those who have to wait hold up
 * nobody's who need not. It runs outside of any transaction: the claim and what is recorded are each one of their own.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "fanfare.deliveries"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "8")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryWorker implements MessageListener {

    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());

    @EJB
    private Deliveries deliveries;

    @Inject
    private Recipients recipients;

    @Inject
    private Admission admission;

    @Override
    public void onMessage(Message message) {
        List<Nudge> nudges = NudgeQueue.read(message).stream().map(Nudge::read).toList();
        if (nudges.size() > 1) {
            recipients.prepare(deliveries.subscriptionsOf(nudges));
        }
        admission.awaitThread();
        nudges.forEach(this::work);
    }

    /** What fails must not come again with the others of its message: it is due again at the end of its lease. */
    private void work(Nudge nudge) {
        try {
            deliveries.take(nudge).ifPresent(admission::offer);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, "delivery not taken delivery=" + nudge.deliveryId(), failed);
        }
    }
}
