package org.fanfare.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What to measure: {@code --name value} on the command line, else the system property {@code bench.name}, else this. */
final class BenchOptions {

    static final String HELP = """
            --database h2|postgresql  the server's database (h2)
            --postgresql auto|embedded  embedded: not even the installed one (auto)
            --subscriptions N         subscriptions that do not match, beside the one that does (0)
            --events E                events of one round (5000)
            --warmup W                events before the first round (20000)
            --senders C               connections that post, each one event at a time (16)
            --rounds R                rounds in the same process (3)
            --rate R                  events per second at constant intervals; 0: as fast as the answers come (0)
            --backlog N               events that may be posted and not arrived before posting pauses (20000)
            --owed N                  events owed to a target that never answers, in rounds after the others (0)
            --jvm "FLAGS"             flags of the server's JVM ()
            --profile true            record the rounds by the JDK Flight Recorder (false)
            --jar FILE                the server (target/fanfare.jar)
            --output DIRECTORY        where results and logs go (target/bench)
            """;

    private static final Map<String, String> DEFAULTS = defaults();

    private final Map<String, String> values = new LinkedHashMap<>(DEFAULTS);

    private BenchOptions() {
        values.replaceAll((name, value) -> System.getProperty("bench." + name, value));
    }

    static BenchOptions parse(String... arguments) {
        BenchOptions options = new BenchOptions();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i] + "\n" + HELP);
            }
            options.values.put(name, arguments[i + 1]);
        }
        return options;
    }

    /** The same, for the events before the first round: a flood in any case, as it is over soonest. */
    BenchOptions forWarmUp() {
        BenchOptions options = new BenchOptions();
        options.values.putAll(values);
        options.values.put("events", values.get("warmup"));
        options.values.put("rate", "0");
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

    String database() {
        return values.get("database");
    }

    String postgresql() {
        return values.get("postgresql");
    }

    int subscriptions() {
        return number("subscriptions");
    }

    int events() {
        return number("events");
    }

    int warmup() {
        return number("warmup");
    }

    int senders() {
        return number("senders");
    }

    int rounds() {
        return number("rounds");
    }

    int rate() {
        return number("rate");
    }

    int backlog() {
        return number("backlog");
    }

    int owed() {
        return number("owed");
    }

    List<String> jvm() {
        return Arrays.stream(values.get("jvm").split(" "))
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    boolean profile() {
        return Boolean.parseBoolean(values.get("profile"));
    }

    Path jar() {
        return Path.of(values.get("jar"));
    }

    Path output() {
        return Path.of(values.get("output"));
    }

    /** Of what was measured, for file names. */
    String label() {
        return database() + "-" + (1 + subscriptions()) + (rate() == 0 ? "-flood" : "-rate" + rate())
                + (owed() == 0 ? "" : "-slow");
    }

    private int number(String name) {
        return Integer.parseInt(values.get(name));
    }

    Map<String, String> values() {
        return values;
    }
}
