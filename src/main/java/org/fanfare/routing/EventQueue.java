package org.fanfare.routing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Queue;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.fanfare.event.Announced;
import org.fanfare.queue.NudgeQueue;

/** The queue on which events are nudged to be routed. */
@ApplicationScoped
public class EventQueue {

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/events")
    private Queue queue;

    @Resource
    private ManagedExecutorService threads;

    private NudgeQueue nudges;

    @PostConstruct
    void open() {
        nudges = new NudgeQueue(connectionFactory, queue);
    }

    /** Nudges the events; to be called after the commit that stored them. */
    public void send(Collection<UUID> eventIds) {
        nudges.send(eventIds.stream().map(UUID::toString).toList());
    }

    /** Not in the thread that has just committed: its transaction is not over yet for what else would take part. */
    void onAnnounced(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announced announced) {
        threads.execute(() -> send(List.of(announced.eventId())));
    }

    /** Whether the timer must not add more for now. */
    boolean isBusy() {
        return nudges.isBusy();
    }
}
