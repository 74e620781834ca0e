package org.fanfare.launch;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.fanfare.keys.Manual;
import org.fanfare.keys.ManualKey;
import org.fanfare.keys.OriginalVariables;
import org.fanfare.keys.UnknownKeys;

/**
 * Settings that are needed before there is a MicroProfile Config, read as it does: a system property, or else the
 * environment, or else a variable of Pacifica Notifications, or else the default. What is found becomes a system
 * property, which the boot command files and the application see.
 */
class Settings {

    private static final String DATABASE_URL = "fanfare.database.url";

    private final Properties properties;
    private final Map<String, String> environment;

    Settings(Properties properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Refuses names that no setting has, and what the original's variables cannot mean. */
    void check(Manual manual) {
        UnknownKeys unknown = new UnknownKeys(manual);
        unknown.inEnvironment(environment).ifPresent(Settings::refuse);
        unknown.inProperties(properties.stringPropertyNames(), "system property")
                .ifPresent(Settings::refuse);
        OriginalVariables original = new OriginalVariables(environment);
        original.fault().ifPresent(Settings::refuse);
        if (setting(DATABASE_URL, "").isEmpty()) {
            original.databaseFault().ifPresent(Settings::refuse);
        }
    }

    private static void refuse(String sentence) {
        throw StartRefused.cannotStart(sentence);
    }

    /** Where the data is to be. */
    Path home() {
        return Path.of(setting("fanfare.home", "data")).toAbsolutePath().normalize();
    }

    /** Others than this machine may reach Fanfare only where somebody has chosen how it knows who they are. */
    void checkReach(String host) {
        if (setting("fanfare.auth.methods", "").isEmpty() && !isLoopback(host)) {
            throw StartRefused.cannotStart("it is to listen on " + host
                    + ", where others than this machine can reach it, and nobody has chosen how callers are known: set"
                    + " FANFARE_AUTH_METHODS to some of header, token, jwt and basic (docs/authentication.md).");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw StartRefused.cannotStart("there is no address \"" + host + "\" to listen on.");
        }
    }

    /** What the server is to be told besides. */
    CommandFile serverCommands() {
        return CommandFile.read(setting("fanfare.server.commands", ""));
    }

    /** Gives every setting of the database a value. */
    void completeDatabase(Path home) {
        // All of the original's or nothing: its user is not one of another database.
        Map<String, String> original =
                setting(DATABASE_URL, "").isEmpty() ? new OriginalVariables(environment).values() : Map.of();
        String url = setting(DATABASE_URL, original.getOrDefault(DATABASE_URL, embeddedDatabase(home)));
        String user = original.getOrDefault("fanfare.database.user", "fanfare");
        String password = original.getOrDefault("fanfare.database.password", "fanfare");
        TimeLimits limits = TimeLimits.of(setting("fanfare.database.statement-timeout", "PT30S"));
        properties.setProperty("fanfare.database.driver", driverOf(url));
        properties.setProperty(DATABASE_URL, limits.applyTo(url));
        properties.setProperty("fanfare.database.user", setting("fanfare.database.user", user));
        properties.setProperty("fanfare.database.password", password("fanfare.database.password", password));
        properties.setProperty("fanfare.database.pool-size", poolSize(url));
    }

    /**
     * WRITE_DELAY=0: a commit is on disk when it returns, else a kill loses the last ones. DB_CLOSE_ON_EXIT=FALSE: the
     * server closes the database after the application, H2's own shutdown hook would do it under its feet.
     * TRACE_LEVEL_FILE=0: no file with every statement that failed, the exceptions reach our log.
     * RETENTION_TIME: what a commit has replaced is kept for 5 s and not 45, or the file grows by gigabytes under load.
     * CACHE_SIZE (KiB): H2 would take a share of the machine's memory.
     */
    private static String embeddedDatabase(Path home) {
        return "jdbc:h2:file:" + home.resolve("database").resolve("fanfare")
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=5000;CACHE_SIZE=32768;LOCK_TIMEOUT=10000";
    }

    private static String driverOf(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return "org.h2.Driver";
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return "org.postgresql.Driver";
        }
        throw StartRefused.cannotStart("fanfare.database.url has to begin with jdbc:postgresql: or jdbc:h2:.");
    }

    /**
     * H2 is used over one connection. It does not write what belongs together at one moment: a commit on another
     * connection meanwhile can be torn apart by a kill (h2database issue 2080; docs/decisions/0010).
     */
    private String poolSize(String url) {
        boolean isEmbedded = url.startsWith("jdbc:h2:");
        String size = setting("fanfare.database.pool-size", isEmbedded ? "1" : "24");
        if (isEmbedded && !size.equals("1")) {
            throw StartRefused.cannotStart(
                    "fanfare.database.pool-size has to be 1 for H2, which can lose commits over more connections, not \""
                            + size + "\".");
        }
        if (size.matches("[1-9]\\d{0,3}")) {
            return size;
        }
        throw StartRefused.cannotStart(
                "fanfare.database.pool-size has to be a number from 1 to 9999, not \"" + size + "\".");
    }

    /**
     * Lets the server see as whom to go to a broker of another process, if that is said; reads the password from its file,
     * if there is one.
     */
    void completeBroker() {
        complete("fanfare.broker.user", setting("fanfare.broker.user", ""));
        complete("fanfare.broker.password", password("fanfare.broker.password", ""));
    }

    private void complete(String key, String value) {
        if (!value.isEmpty()) {
            properties.setProperty(key, value);
        }
    }

    /** Files keep passwords out of the environment, where whoever may look at the process sees them. */
    private String password(String key, String otherwise) {
        String file = setting(key + "-file", "");
        if (file.isEmpty()) {
            return setting(key, otherwise);
        }
        if (!setting(key, "").isEmpty()) {
            throw StartRefused.cannotStart(key + " and " + key + "-file are both set, expected one of them.");
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw StartRefused.cannotStart(key + "-file is '" + file + "', which cannot be read (" + e + ").");
        }
    }

    /** Opens the inbox, and lets deliveries go to this machine, where nothing else is said. */
    void completeDemo() {
        properties.setProperty("fanfare.demo.inbox", setting("fanfare.demo.inbox", "true"));
        properties.setProperty("fanfare.destination.allow", setting("fanfare.destination.allow", "127.0.0.0/8,::1"));
    }

    /**
     * Names a file of keys for the secrets where no keys are set; says which, so that it can be made where it is not
     * there. For a database that several servers may share it has to be there: each would make keys of its own, and none
     * could open what another has stored.
     */
    Optional<SecretsFile> completeSecrets(Path home) {
        if (!setting("fanfare.secrets.keys", "").isEmpty()
                || !setting("fanfare.secrets.key-file", "").isEmpty()) {
            return Optional.empty();
        }
        SecretsFile file = new SecretsFile(home.resolve("secrets.keys"));
        if (!properties.getProperty(DATABASE_URL).startsWith("jdbc:h2:") && !file.isThere()) {
            throw StartRefused.cannotStart(
                    "it has no key to store secrets with. All servers of one database need the same: set fanfare.secrets.keys"
                            + " or fanfare.secrets.key-file; --new-secrets-key prints a key.");
        }
        properties.setProperty("fanfare.secrets.key-file", file.path().toString());
        return Optional.of(file);
    }

    /** What has been completed, and where to listen, as the text of a properties file. */
    String asProperties(String host, int port) {
        Properties shown = new Properties();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith("fanfare."))
                .forEach(key -> shown.setProperty(key, properties.getProperty(key)));
        shown.setProperty("fanfare.home", home().toString());
        shown.setProperty("fanfare.http.host", host);
        shown.setProperty("fanfare.http.port", Integer.toString(port));
        StringWriter text = new StringWriter();
        try {
            shown.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private String setting(String key, String otherwise) {
        String value = properties.getProperty(key, environment.get(ManualKey.variableOf(key)));
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
