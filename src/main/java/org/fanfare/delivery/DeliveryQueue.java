package org.fanfare.delivery;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.Collection;
import org.fanfare.queue.Nudges;

/** The queue on which deliveries are nudged. */
@ApplicationScoped
public class DeliveryQueue {

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/deliveries")
    private Queue queue;

    /** Sends the nudges; to be called after the commit that made them. What cannot be sent, the timer repairs. */
    public void send(Collection<Nudge> nudges) {
        Nudges.send(connectionFactory, queue, nudges.stream().map(Nudge::text).toList());
    }
}
