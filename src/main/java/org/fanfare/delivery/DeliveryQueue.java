package org.fanfare.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.Collection;
import org.fanfare.queue.NudgeQueue;

/** The queue on which deliveries are nudged. */
@ApplicationScoped
public class DeliveryQueue {

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/deliveries")
    private Queue queue;

    private NudgeQueue nudges;

    @PostConstruct
    void open() {
        nudges = new NudgeQueue(connectionFactory, queue);
    }

    /** Sends the nudges; to be called after the commit that made them. */
    public void send(Collection<Nudge> due) {
        nudges.send(due.stream().map(Nudge::text).toList());
    }

    /** Whether timers must not add more for now. */
    public boolean isBusy() {
        return nudges.isBusy();
    }
}
