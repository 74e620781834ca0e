package org.fanfare.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/**
 * Artemis as the files of server-config/artemis have it; {@link ArtemisProcess} starts it in a process of its own. The
 * argument is the role in a pair, {@code primary} or {@code backup}, if it is one of a pair.
 */
final class ArtemisMain {

    static final String USER = "fanfare-node";
    static final String PASSWORD = "of the tests";
    static final String STARTED = "Artemis is started";

    private static final Path FILES = Path.of("server-config", "artemis");

    private ArtemisMain() {}

    public static void main(String... arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfigResourcePath(FILES.resolve("broker.xml").toUri().toString());
        if (arguments.length == 1) {
            broker.setPropertiesResourcePath(
                    FILES.resolve(arguments[0] + ".properties").toString());
        }
        SecurityConfiguration users =
                new SecurityConfiguration(Map.of(USER, PASSWORD), Map.of(USER, List.of("fanfare")));
        broker.setSecurityManager(new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users));
        broker.start();
        System.out.println(STARTED);
    }
}
