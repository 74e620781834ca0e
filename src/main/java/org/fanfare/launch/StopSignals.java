package org.fanfare.launch;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;

/**
 * SIGTERM, SIGINT and SIGHUP: what has to be done before the JVM's shutdown hooks, which all run at once. Payara's takes the
 * application away while the port is open; a producer could then read an empty 200 for an event that nobody took.
 *
 * <p>{@code sun.misc.Signal} is called by name: it is there in every JDK (module jdk.unsupported), but the compiler warns.
 */
final class StopSignals {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

    private StopSignals() {}

    /** @param first is run before the hooks, and waited for, but not for long */
    static void onEach(Runnable first) {
        for (String name : NAMES) {
            try {
                handle(name, first);
            } catch (ReflectiveOperationException | IllegalArgumentException notHere) {
                // Windows has no HUP, and nohup and -Xrs take signals away: the hooks are run as ever.
            }
        }
    }

    /** Not for ever: whoever sent the signal wants an end. */
    private static void run(Runnable first) throws InterruptedException {
        Thread thread = new Thread(first, "fanfare-before-stop");
        thread.setDaemon(true);
        thread.start();
        thread.join(LONGEST.toMillis());
    }

    private static void handle(String name, Runnable first) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        int exitCode = 128 + (int) signalType.getMethod("getNumber").invoke(signal);
        Object handler = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return method.invoke(NAMES, arguments);
                    }
                    run(first);
                    System.exit(exitCode);
                    return null;
                });
        signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
    }
}
