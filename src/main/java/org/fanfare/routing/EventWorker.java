package org.fanfare.routing;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.UUID;
import org.fanfare.queue.NudgeQueue;

/**
 * Routes the events that are nudged, those of a message together. It runs outside of any transaction; recording the matches
 * is one of its own.
 */
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = "fanfare.events"),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventWorker implements MessageListener {

    @Inject
    private Router router;

    @Override
    public void onMessage(Message message) {
        router.route(NudgeQueue.read(message).stream()
                .map(UUID::fromString)
                .distinct()
                .toList());
    }
}
