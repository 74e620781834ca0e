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

    /** What the broker puts before a queue's name: nothing by itself, and this within WildFly. */
    private static final List<String> PREFIXES = List.of("", "jms.queue.");

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
            for (String prefix : PREFIXES) {
                ObjectName pattern =
                        new ObjectName("org.apache.activemq.artemis:component=addresses,subcomponent=queues"
                                + ",queue=\"" + prefix + queue + "\",*");
                for (ObjectName name : beans.queryNames(pattern, null)) {
                    return ((Number) beans.getAttribute(name, "MessageCount")).longValue();
                }
            }
        } catch (JMException unreadable) {
            // unknown, as without such a bean
        }
        return UNKNOWN;
    }
}
