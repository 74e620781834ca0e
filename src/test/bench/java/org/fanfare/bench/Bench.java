package org.fanfare.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays scenarios and reports.
 *
 * <pre>{@code mvn -Pbench verify -Dbench="paced slow --database postgresql"}</pre>
 *
 * <p>It starts the policy service and the targets, the database, the server with empty data and what that is measured
 * against, all on this machine and free ports, and stops them all at the end, also when it fails. The options are in {@link
 * BenchOptions}. It prints a table, writes the same and more as JSON to {@code target/bench}, and ends with 1 if any event
 * was refused, lost or changed.
 */
public final class Bench {

    private static final long REPORT_MILLIS = 5_000;

    private final BenchOptions options;
    private final List<String> names;
    private final Results results;
    private volatile boolean isReported;

    private Bench(BenchOptions options) throws Exception {
        this.options = options;
        this.names = scenarios(options.scenarios());
        this.results = new Results(Surroundings.of(options.jar()));
    }

    /** Runs once with the options given. */
    public static void main(String... arguments) throws Exception {
        BenchOptions options = BenchOptions.parse(arguments);
        if (options.scenarios().isEmpty()) {
            options = options.or("seconds", "15").or("rounds", "2").or("warmup", "40000");
        }
        Bench bench = new Bench(options);
        try {
            bench.play();
        } finally {
            bench.report();
        }
        if (!bench.results.faults().isFlawless()) {
            System.err.println("Events were refused, lost or changed: "
                    + bench.results.faults().text());
            System.exit(1);
        }
    }

    /** The names of what is played. */
    static List<String> scenarios(List<String> asked) {
        List<String> names = new ArrayList<>();
        for (String name : asked.isEmpty() ? Scenario.SHORT : asked) {
            if (name.equals("all")) {
                names.addAll(Scenario.EVERYTHING);
            } else if (Scenario.ALL.containsKey(name)) {
                names.add(name);
            } else {
                throw new IllegalArgumentException("no such scenario: %s; there are all, matching, parsing, signing, %s"
                        .formatted(name, String.join(", ", Scenario.ALL.keySet())));
            }
        }
        return names;
    }

    private void play() throws Exception {
        List<String> databases = options.databases();
        for (String database : databases) {
            boolean isFirst = database.equals(databases.get(0));
            play(
                    database,
                    names.stream()
                            .filter(name -> isFirst || Scenario.ON_ANOTHER_DATABASE.contains(name))
                            .toList());
        }
    }

    private void play(String database, List<String> scenarios) throws Exception {
        Stage stage = new Stage(options, database, results);
        Thread player = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(stage, player), "stop"));
        try {
            for (String name : scenarios) {
                Stage.say(name);
                Instant start = Instant.now();
                Scenario.ALL.get(name).play(stage);
                stage.writeProfile(name, start);
            }
        } finally {
            stage.close();
        }
    }

    /** By Ctrl-C: stops everything, which makes the player fail, and leaves him time to report what there is. */
    private void interrupted(Stage stage, Thread player) {
        stage.close();
        try {
            player.join(isReported ? 1 : REPORT_MILLIS);
        } catch (InterruptedException atOnce) {
            // then without the report
        }
    }

    private void report() throws Exception {
        Path file = options.output().resolve(label() + ".json");
        JsonReport.write(results, options, file);
        System.out.println();
        System.out.println(results.table());
        System.out.println("# " + file);
        isReported = true;
    }

    private String label() {
        List<String> asked = options.scenarios().isEmpty() ? Scenario.SHORT : options.scenarios();
        return String.join("-", options.databases()) + "-" + String.join("-", asked);
    }
}
