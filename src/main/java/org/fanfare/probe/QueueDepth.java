package org.fanfare.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.fanfare.metrics.Metrics;

/**
 * How many nudges wait on each queue, as the broker inside this process counts them. A broker of its own process is asked
 * with its own means; then the figure is -1.
 */
@ApplicationScoped
public class QueueDepth {

    private static final List<String> QUEUES = List.of("fanfare.events", "fanfare.deliveries", "fanfare.deadletters");

    private static final String ARTEMIS = "org.apache.activemq.artemis:component=addresses,subcomponent=queues,queue=";

    /** The brokers' beans about a queue: Artemis by itself, Artemis within WildFly, OpenMQ within Payara Server. */
    private static final List<Count> COUNTS = List.of(
            new Count(ARTEMIS + "\"%s\",*", "MessageCount"),
            new Count(ARTEMIS + "\"jms.queue.%s\",*", "MessageCount"),
            new Count(
                    "com.sun.messaging.jms.server:type=Destination,subtype=Monitor,desttype=q,name=\"%s\"", "NumMsgs"));

    private static final long UNKNOWN = -1;

    @Inject
    private Metrics metrics;

    void onStart(@Observes Startup start) {
        metrics.gauges(
                "fanfare_queue_depth",
                "Messages waiting on a queue; -1 if the broker is not in this process",
                "queue",
                QUEUES.stream().collect(Collectors.toMap(Function.identity(), queue -> () -> depth(queue))));
    }

    private static long depth(String queue) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try {
            for (Count count : COUNTS) {
                for (ObjectName name :
                        beans.queryNames(new ObjectName(count.pattern().formatted(queue)), null)) {
                    return ((Number) beans.getAttribute(name, count.attribute())).longValue();
                }
            }
        } catch (JMException unreadable) {
            // unknown, as without such a bean
        }
        return UNKNOWN;
    }

    /** Where a broker counts the messages of a queue, whose name takes the place of %s. */
    private record Count(String pattern, String attribute) {}
}
