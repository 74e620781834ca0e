package org.fanfare.keys;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration of Pacifica Notifications says, in Fanfare's keys: its environment variables, and the INI file
 * that {@code NOTIFICATIONS_CONFIG} names, which beats them as it does there. Fanfare's own keys beat both. The file in
 * the user's home that the original reads by itself is not read: nobody named it.
 */
public final class OriginalVariables {

    /** A variable, where the file has the same, and which key takes its place. */
    public record Name(String variable, String section, String option, String key) {}

    /** Those that are one key here. */
    public static final List<Name> NAMES = List.of(
            new Name("POLICY_URL", "notifications", "policy_url", "fanfare.policy.url"),
            new Name("USER_HEADER", "notifications", "user_header", "fanfare.caller.header"),
            new Name("DEFAULT_USER", "DEFAULT", "default_user", "fanfare.caller.default-user"),
            new Name("DATABASE_CONNECT_ATTEMPTS", "database", "connect_attempts", "fanfare.database.connect-attempts"),
            new Name("DATABASE_CONNECT_WAIT", "database", "connect_wait", "fanfare.database.connect-wait"));

    private static final String FILE = "NOTIFICATIONS_CONFIG";
    private static final String WAIT = "fanfare.database.connect-wait";
    private static final List<Name> BROKERS = List.of(
            new Name("BROKER_URL", "celery", "broker_url", ""), new Name("BACKEND_URL", "celery", "backend_url", ""));

    private final Map<String, String> environment;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> unused = new ArrayList<>();
    private IniFile file = new IniFile();
    private String fault;
    private String databaseFault;

    /** Reads the environment, and the file if it names one. */
    public OriginalVariables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        readFile();
        NAMES.forEach(this::take);
        takeDatabase();
        BROKERS.forEach(name -> value(name).ifPresent(ignored -> unused.add(origin(name))));
    }

    /** Fanfare's keys and the values that the original's variables give them. */
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** What a key's value came from. */
    public String origin(String key) {
        return origins.get(key);
    }

    /** What is set and means nothing here: the brokers of Celery. */
    public List<String> unused() {
        return List.copyOf(unused);
    }

    /** Why Fanfare cannot start with them, in a sentence. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** Why Fanfare cannot start with them where no key of its own names the database. */
    public Optional<String> databaseFault() {
        return Optional.ofNullable(databaseFault);
    }

    private void readFile() {
        String path = environment.getOrDefault(FILE, "").strip();
        if (path.isEmpty()) {
            return;
        }
        try {
            file = IniFile.read(Path.of(path));
        } catch (IOException | InvalidPathException e) {
            fault = FILE + " names " + path + ", which cannot be read (" + e.getMessage() + ").";
        }
    }

    private void take(Name name) {
        value(name).ifPresent(text -> {
            if (!name.key().equals(WAIT)) {
                put(name.key(), text, origin(name));
            } else if (text.matches("[1-9]\\d{0,8}")) {
                put(WAIT, "PT" + text + "S", origin(name));
            } else {
                fault = origin(name) + " is '" + text + "', expected a number of seconds.";
            }
        });
    }

    private void takeDatabase() {
        Name url = new Name("PEEWEE_URL", "database", "peewee_url", "fanfare.database.url");
        value(url)
                .ifPresentOrElse(
                        text -> takeDatabase(text, origin(url)),
                        () -> variable("PEEWEE_DATABASE_URL")
                                .ifPresentOrElse(
                                        text -> takeDatabase(text, "PEEWEE_DATABASE_URL"),
                                        () -> variable("PEEWEE_ADDR").ifPresent(this::takeParts)));
    }

    /** As the original's container images put it together. */
    private void takeParts(String host) {
        String user = variable("PEEWEE_USER").orElse("");
        String password = variable("PEEWEE_PASS").map(text -> ":" + text).orElse("");
        takeDatabase(
                variable("PEEWEE_PROTO").orElse("postgres") + "://"
                        + (user.isEmpty() ? "" : user + password + "@") + host
                        + variable("PEEWEE_PORT").map(text -> ":" + text).orElse("")
                        + "/" + variable("PEEWEE_DATABASE").orElse("pacifica_notifications"),
                "PEEWEE_ADDR");
    }

    private void takeDatabase(String url, String origin) {
        if (!PostgresUrl.isOne(url)) {
            databaseFault = origin + " names a database of the kind " + PostgresUrl.kind(url)
                    + ", which Fanfare does not use; set fanfare.database.url.";
            return;
        }
        try {
            PostgresUrl.settings(url).forEach((key, text) -> put(key, text, origin));
        } catch (IllegalArgumentException e) {
            databaseFault = origin + " is not understood (" + e.getMessage() + "); set fanfare.database.url.";
        }
    }

    private void put(String key, String value, String origin) {
        values.put(key, value);
        origins.put(key, origin);
    }

    private Optional<String> value(Name name) {
        return inFile(name).or(() -> variable(name.variable()));
    }

    private Optional<String> inFile(Name name) {
        return file.value(name.section(), name.option()).filter(text -> !text.isEmpty());
    }

    private String origin(Name name) {
        return inFile(name).isPresent() ? name.section() + "." + name.option() + " in " + FILE : name.variable();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
