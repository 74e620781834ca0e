package org.fanfare.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to measure: names of scenarios, and {@code --name value}; else the system property {@code bench.name}, else what
 * stands below. Where that is nothing, each scenario has a default of its own.
 */
final class BenchOptions {

    static final String HELP = """
            --database NAMES          h2, postgresql, or both: flood-1 and paced on the second, too (postgresql)
            --postgresql auto|embedded  embedded: not even the installed one (auto)
            --floor true|false        whether the floor is measured beside it (true)
            --against URL             a service that runs and takes the same load: http://host:port ()
            --targets-host HOST       by which that service reaches the targets (127.0.0.1)
            --rounds R                rounds in the same process ()
            --seconds S               length of a round or trial ()
            --warmup W                events before the first round, at most; for burst exactly so many ()
            --rate R                  events per second, for paced, slow, drain and soak; 0: from the highest found (0)
            --trials T                rates that a round of flood tries at most (6)
            --subscriptions N         of which one matches; for flood several: 1,1000 ()
            --events N                of one round of burst; of soak, all ()
            --minutes M               of soak, instead of events (0)
            --down S                  seconds that policy or target are down in drain (60)
            --retention T             of the server in soak, so that it purges meanwhile (PT2M)
            --senders C               connections in a closed loop, each one event at a time (16)
            --connections C           connections in an open loop: so many may wait for their answers (64)
            --backlog N               events accepted and not arrived at which a closed loop pauses (20000)
            --jvm "FLAGS"             flags of the JVM of the server and the floor (@server-config/jvm.options)
            --env "NAME=VALUE ..."    further settings of the server, in its environment ()
            --profile true            record the server by the JDK Flight Recorder (false)
            --jar FILE                the server (target/fanfare.jar)
            --output DIRECTORY        where results and logs go (target/bench)
            """;

    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    private final List<String> names = new ArrayList<>();

    private BenchOptions() {
        values.replaceAll((name, value) -> System.getProperty("bench." + name, value));
    }

    static BenchOptions parse(String... arguments) {
        BenchOptions options = new BenchOptions();
        int at = 0;
        while (at < arguments.length && !arguments[at].startsWith("--")) {
            options.names.add(arguments[at++]);
        }
        for (; at < arguments.length; at += 2) {
            String name = arguments[at].startsWith("--") ? arguments[at].substring(2) : "";
            if (!DEFAULTS.containsKey(name) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "not understood: " + arguments[at] + "\n[SCENARIO ...] [OPTION ...]\n" + HELP);
            }
            options.values.put(name, arguments[at + 1]);
        }
        return options;
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        for (String line : HELP.split("\n")) {
            String value = line.substring(line.lastIndexOf('(') + 1, line.lastIndexOf(')'));
            defaults.put(line.substring(2, line.indexOf(' ')), value);
        }
        return defaults;
    }

    /** Of the scenarios asked for. */
    List<String> scenarios() {
        return names;
    }

    /** The same, where nothing else was said. */
    BenchOptions or(String name, String value) {
        BenchOptions options = new BenchOptions();
        options.names.addAll(names);
        options.values.putAll(values);
        options.values.merge(name, value, (said, otherwise) -> said.isEmpty() ? otherwise : said);
        return options;
    }

    List<String> databases() {
        return List.of(values.get("database").split(","));
    }

    String text(String name) {
        return values.get(name);
    }

    int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    /** What was said, or this. */
    int number(String name, int otherwise) {
        return values.get(name).isEmpty() ? otherwise : number(name);
    }

    /** What was said, or this. */
    double decimal(String name, double otherwise) {
        return values.get(name).isEmpty() ? otherwise : Double.parseDouble(values.get(name));
    }

    int rounds() {
        return number("rounds", 3);
    }

    double seconds() {
        return decimal("seconds", 60);
    }

    /** The rate that was asked for, or this. */
    double rate(double otherwise) {
        double rate = decimal("rate", 0);
        return rate > 0 ? rate : otherwise;
    }

    /** How many subscriptions, in steps. */
    List<Integer> subscriptions(String otherwise) {
        String text = values.get("subscriptions").isEmpty() ? otherwise : values.get("subscriptions");
        return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }

    List<String> jvm() {
        return words("jvm");
    }

    /** Settings of the server. */
    Map<String, String> environment() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String word : words("env")) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("--env takes NAME=VALUE, not " + word);
            }
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return settings;
    }

    private List<String> words(String name) {
        return Arrays.stream(values.get(name).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    boolean is(String name) {
        return Boolean.parseBoolean(values.get(name));
    }

    boolean profile() {
        return is("profile");
    }

    Path jar() {
        return Path.of(values.get("jar"));
    }

    Path output() {
        return Path.of(values.get("output"));
    }

    Map<String, String> values() {
        return values;
    }
}
