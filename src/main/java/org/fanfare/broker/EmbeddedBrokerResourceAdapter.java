package org.fanfare.broker;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.ra.ActiveMQResourceAdapter;

/**
 * Artemis' resource adapter that brings its broker along: unless {@code fanfare.broker.url} names a broker elsewhere,
 * the broker starts before the first message-driven bean is bound and stops after the last one.
 */
public class EmbeddedBrokerResourceAdapter extends ActiveMQResourceAdapter {

    private static final String CONFIGURATION = "fanfare-broker.xml";

    private transient EmbeddedActiveMQ broker;

    @Override
    public void start(BootstrapContext context) throws ResourceAdapterInternalException {
        try {
            connectTo(BrokerAddress.parse(setting("fanfare.broker.url", "vm://0")));
        } catch (Exception e) {
            throw new ResourceAdapterInternalException("The broker cannot start: " + e.getMessage(), e);
        }
        super.start(context);
    }

    @Override
    public void stop() {
        super.stop();
        if (broker != null) {
            stopBroker();
        }
    }

    private void connectTo(BrokerAddress address) throws Exception {
        // Listeners run in this pool. Its default, 8 threads for each processor, is less than the listeners we start.
        ActiveMQClient.setGlobalThreadPoolProperties(256, 5, 5);
        setConnectorClassName(address.connectorClasses());
        setConnectionParameters(address.parameters());
        setHA(address.failsOver());
        // Listeners come back when the broker does, however long that takes. (Not in ra.xml: Payara refuses properties
        // whose getter and setter differ in type.)
        setSetupAttempts(-1);
        setSetupInterval(1000L);
        if (address.embedded()) {
            startBroker();
        } else {
            setUserName(setting("fanfare.broker.user", null));
            setPassword(setting("fanfare.broker.password", null));
        }
    }

    private void startBroker() throws Exception {
        broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(CONFIGURATION);
        broker.setMbeanServer(ManagementFactory.getPlatformMBeanServer());
        // Artemis looks for its configuration and its plugins with the thread's class loader.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedBrokerResourceAdapter.class.getClassLoader());
        try {
            broker.start();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void stopBroker() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The broker did not stop in order: " + e.getMessage(), e);
        } finally {
            broker = null;
        }
    }

    /** MicroProfile Config is not there for a resource adapter: the same names, read the same way. */
    private static String setting(String key, String otherwise) {
        String value = System.getProperty(key);
        if (value == null) {
            value = System.getenv(key.replace('.', '_').toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
