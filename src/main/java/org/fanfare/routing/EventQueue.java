package org.fanfare.routing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.Collection;
import java.util.UUID;
import org.fanfare.queue.Nudges;

/** The queue on which events are nudged to be routed. */
@ApplicationScoped
public class EventQueue {

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/events")
    private Queue queue;

    /** Nudges the events; to be called after the commit that stored them. What cannot be sent, the timer repairs. */
    public void send(Collection<UUID> eventIds) {
        Nudges.send(
                connectionFactory, queue, eventIds.stream().map(UUID::toString).toList());
    }
}
