package org.fanfare.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that the database answers and both queues can be looked into, which takes the broker. */
@ApplicationScoped
public class Ready {

    private static final int SECONDS = 2;

    @Resource(lookup = "java:comp/env/jdbc/fanfare")
    private DataSource dataSource;

    @Resource(lookup = "java:comp/env/jms/ConnectionFactory")
    private ConnectionFactory connectionFactory;

    @Resource(lookup = "java:comp/env/jms/events")
    private Queue events;

    @Resource(lookup = "java:comp/env/jms/deliveries")
    private Queue deliveries;

    @Produces
    @Readiness
    HealthCheck database() {
        return () -> {
            try (Connection connection = dataSource.getConnection()) {
                return answer("database", connection.isValid(SECONDS), null);
            } catch (SQLException unreachable) {
                return answer("database", false, unreachable.getMessage());
            }
        };
    }

    @Produces
    @Readiness
    HealthCheck eventsQueue() {
        return () -> look("queue events", events);
    }

    @Produces
    @Readiness
    HealthCheck deliveriesQueue() {
        return () -> look("queue deliveries", deliveries);
    }

    private HealthCheckResponse look(String name, Queue queue) {
        try (JMSContext context = connectionFactory.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            browser.getEnumeration().hasMoreElements();
            return answer(name, true, null);
        } catch (JMSException | JMSRuntimeException unreachable) {
            return answer(name, false, unreachable.getMessage());
        }
    }

    private static HealthCheckResponse answer(String name, boolean isUp, String reason) {
        var response = HealthCheckResponse.named(name).status(isUp);
        return reason == null
                ? response.build()
                : response.withData("reason", reason).build();
    }
}
