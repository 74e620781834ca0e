package org.fanfare.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

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

    /** Looks at each; waits for what does not answer as long as the pools allow. */
    List<Check> checks() {
        return List.of(database(), look("queue events", events), look("queue deliveries", deliveries));
    }

    private Check database() {
        try (Connection connection = dataSource.getConnection()) {
            return new Check("database", connection.isValid(SECONDS), null);
        } catch (SQLException unreachable) {
            return Check.down("database", unreachable);
        }
    }

    private Check look(String name, Queue queue) {
        try (JMSContext context = connectionFactory.createContext();
                QueueBrowser browser = context.createBrowser(queue)) {
            browser.getEnumeration().hasMoreElements();
            return Check.up(name);
        } catch (JMSException | JMSRuntimeException unreachable) {
            return Check.down(name, unreachable);
        }
    }
}
