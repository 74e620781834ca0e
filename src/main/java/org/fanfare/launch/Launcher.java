package org.fanfare.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.fanfare.keys.Manual;

/** Starts everything: {@code java -jar fanfare.jar}. */
public final class Launcher {

    private static final int STOP_SECONDS = 30;
    private static final int TERMINATED = 143;

    private Launcher() {}

    /** See {@link Options#HELP}. */
    public static void main(String... arguments) {
        try {
            if (CommandLine.isMeant(arguments)) {
                command(arguments);
            }
            Options options = Options.parse(arguments);
            switch (options.request()) {
                case HELP -> System.out.print(Options.HELP);
                case VERSION -> System.out.println("Fanfare " + version());
                case NEW_SECRETS_KEY -> System.out.println(SecretsFile.newLine());
                case SETTINGS -> printSettings(options);
                case START -> start(options);
            }
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            // Not exit: the server, if it was there, has stopped, and its shutdown hook would have the last word.
            Runtime.getRuntime().halt(e.exitCode());
        }
    }

    /** Carries out a command, and does not return. */
    private static void command(String... arguments) {
        Settings settings = new Settings(System.getProperties(), System.getenv());
        settings.check(manual());
        settings.completeDatabase(settings.home());
        try {
            System.exit(new CommandLine(ownJar()).run(arguments));
        } catch (Exception e) {
            throw StartRefused.cannotStart(RootCause.of(e, null));
        }
    }

    private static void start(Options options) {
        Settings settings = settingsFor(options);
        Path directory = settings.home();
        Home home = Home.open(directory);
        System.setProperty("fanfare.home", directory.toString());
        Optional<SecretsFile> newKeys = settings.completeSecrets(directory).filter(SecretsFile::makeIfAbsent);
        int port = freePort(options);
        stopInTime();
        try {
            startServer(home, options.host(), port, settings.serverCommands());
        } catch (Exception e) {
            throw refusal(home, e);
        }
        ServerLog.release(System.out);
        Memory.giveBack();
        welcome(options, port);
        newKeys.ifPresent(Launcher::tellOfKeys);
    }

    private static Settings settingsFor(Options options) {
        Settings settings = new Settings(System.getProperties(), System.getenv());
        settings.check(manual());
        settings.checkReach(options.host());
        settings.completeDatabase(settings.home());
        settings.completeBroker();
        if (options.isDemo()) {
            settings.completeDemo();
        }
        return settings;
    }

    /** Makes also the keys for secrets, as a start would. */
    private static void printSettings(Options options) {
        Settings settings = settingsFor(options);
        Path directory = settings.home();
        Home.open(directory);
        settings.completeSecrets(directory).ifPresent(SecretsFile::makeIfAbsent);
        System.out.print(settings.asProperties(options.host(), options.port()));
    }

    private static void startServer(Home home, String host, int port, CommandFile commands) throws Exception {
        Bundle bundle = new Bundle(ownJar(), home.run().resolve("bundle"));
        bundle.unpack();
        System.setProperty(
                "java.util.logging.config.file",
                bundle.file("logging.properties").toString());
        Server server = new Server(bundle, home.run().resolve("server"), commands);
        server.start(host, port);
        StopSignals.onEach(server::close);
    }

    private static StartRefused refusal(Home home, Exception failure) {
        Path details = home.directory().resolve("start-failure.log");
        try {
            ServerLog.releaseTo(details, failure);
            System.err.println("The server's log of this start is in " + details + ".");
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof StartRefused refused) {
                return refused;
            }
        }
        return StartRefused.cannotStart(RootCause.of(failure, null));
    }

    /** Asks for the port early: Payara tells in a stack trace that it is taken. */
    private static int freePort(Options options) {
        try (ServerSocket socket = new ServerSocket(options.port(), 1, InetAddress.getByName(options.host()))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw StartRefused.cannotStart(
                    "it cannot listen on " + options.host() + " port " + options.port() + " (" + e.getMessage() + ").");
        }
    }

    /** Payara's shutdown hook stops all in order. Should that hang, the process ends nevertheless. */
    private static void stopInTime() {
        Thread watch = new Thread(Launcher::haltLater, "fanfare-stop-watch");
        watch.setDaemon(true);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            watch.start();
                            ServerLog.release(System.out);
                            ServerLog.silenceOthers();
                        },
                        "fanfare-stop"));
    }

    private static void haltLater() {
        try {
            TimeUnit.SECONDS.sleep(STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println("Fanfare did not stop in " + STOP_SECONDS + " s and is ended.");
        Runtime.getRuntime().halt(TERMINATED);
    }

    private static void welcome(Options options, int port) {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        double seconds = (System.currentTimeMillis() - started) / 1000.0;
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        String base = "http://" + host + ":" + port;
        System.out.printf("Fanfare is ready in %.1f s%n", seconds);
        for (String path : new String[] {"/eventmatch", "/receive", "/health/ready", "/openapi", "/ui/"}) {
            System.out.println("  " + base + path);
        }
        if (options.isDemo()) {
            System.out.println("For demonstration, whoever reaches this server may read and write");
            System.out.println("  " + base + "/demo/inbox");
            System.out.println("and deliveries may go to " + System.getProperty("fanfare.destination.allow"));
        }
    }

    private static void tellOfKeys(SecretsFile made) {
        System.out.println("Secrets of subscriptions are stored encrypted. The key was made now, and is in");
        System.out.println("  " + made.path());
        System.out.println("Keep a copy of it elsewhere: without it the secrets in the database are lost.");
    }

    private static Manual manual() {
        return Manual.read(Launcher.class.getResourceAsStream("/FANFARE-INF/microprofile-config.properties"));
    }

    private static String version() {
        String version = Launcher.class.getPackage().getImplementationVersion();
        return version == null ? "(not built)" : version;
    }

    private static Path ownJar() throws URISyntaxException {
        return Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
