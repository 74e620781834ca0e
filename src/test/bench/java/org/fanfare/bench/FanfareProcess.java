package org.fanfare.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The server under test: a child process, started as a user starts it. */
final class FanfareProcess implements Contender {

    private static final String ADMIN = "bench-admin";
    private static final int AT_ONCE = 250;
    private static final int IMPORTERS = 4;

    /** What none of them has by default: targets on this machine, many subscriptions at once, and so many of them. */
    static final Map<String, String> SETTINGS = Map.of(
            "FANFARE_DESTINATION_ALLOW", "127.0.0.0/8",
            "FANFARE_CALLER_ADMINS", ADMIN,
            "FANFARE_TENANT_MAX_SUBSCRIPTIONS", "1000000");

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 40;

    private final Process process;
    private final int port;
    private final Path home;
    private final Path log;
    private final BenchDatabase database;
    private final long started = System.nanoTime();
    private double secondsToReady;

    private FanfareProcess(Process process, int port, Path home, Path log, BenchDatabase database) {
        this.process = process;
        this.port = port;
        this.home = home;
        this.log = log;
        this.database = database;
    }

    /**
     * @param home an empty directory for its data, the name of which its log gets too
     * @param settings of its environment, beside those that it needs here
     */
    static FanfareProcess start(
            BenchOptions options, Path home, BenchDatabase database, URI policy, Map<String, String> settings)
            throws IOException {
        int port = Ports.free();
        Path log = options.output().resolve(home.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(options, port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(database.environment());
        builder.environment().put("FANFARE_HOME", home.toString());
        builder.environment().put("FANFARE_POLICY_URL", policy.toString());
        builder.environment().putAll(SETTINGS);
        builder.environment().putAll(options.environment());
        builder.environment().putAll(settings);
        return new FanfareProcess(builder.start(), port, home, log, database);
    }

    private static List<String> command(BenchOptions options, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvm());
        if (options.profile()) {
            // From the start: a recording that begins later makes the JVM throw all compiled code away.
            command.add("-XX:FlightRecorderOptions=stackdepth=512");
            command.add("-XX:StartFlightRecording=name=bench,settings=profile");
        }
        command.addAll(List.of("-jar", options.jar().toString(), "--port", "" + port));
        return command;
    }

    /** Waits until it takes events. */
    void awaitReady() throws InterruptedException {
        for (int i = 0; i < 20 * START_SECONDS; i++) {
            requireAlive();
            try (HttpConnection connection = connect()) {
                // Payara says that it is ready before the application is there.
                if (connection.get("/eventmatch") == 200 && connection.get("/health/ready") == 200) {
                    secondsToReady = (System.nanoTime() - started) / 1e9;
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens yet, or the server is about to deploy
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("the server is not ready after " + START_SECONDS + " s, see " + log);
    }

    @Override
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server has ended, see " + log);
        }
    }

    @Override
    public String name() {
        return "Fanfare, " + database.name();
    }

    @Override
    public HttpConnection connect() {
        return HttpConnection.local(port);
    }

    /** Many at once, as those of another service are taken over; each is indexed when the answer comes. */
    @Override
    public void subscribe(List<Wish> wishes) throws IOException {
        ExecutorService importers = Executors.newFixedThreadPool(IMPORTERS);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            for (int i = 0; i < wishes.size(); i += AT_ONCE) {
                List<Wish> some = wishes.subList(i, Math.min(wishes.size(), i + AT_ONCE));
                ends.add(importers.submit(() -> importAll(some)));
            }
            for (Future<Void> each : ends) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException failed) {
            throw new IOException("not all subscriptions were taken", failed);
        } finally {
            importers.shutdownNow();
        }
    }

    private Void importAll(List<Wish> wishes) throws IOException {
        String lines = wishes.stream().map(Wish::importLine).collect(Collectors.joining());
        try (HttpConnection connection = connect()) {
            byte[] body = lines.getBytes(StandardCharsets.UTF_8);
            int status = connection.post("/admin/imports", ADMIN, "application/x-ndjson", body);
            if (status != 200 || !connection.text().contains("\"refused\":0")) {
                throw new IOException("subscriptions were refused: " + status + " " + connection.text());
            }
        }
        return null;
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.of(process.toHandle());
    }

    @Override
    public Optional<ProcessHandle> database() {
        return database.process();
    }

    /** From the start of its process until it said that it was ready. */
    double secondsToReady() {
        return secondsToReady;
    }

    BenchDatabase ownDatabase() {
        return database;
    }

    Path home() {
        return home;
    }

    /** Runs a diagnostic command of the JDK on the server; gives what it prints. */
    String diagnose(String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add("" + process.pid());
        line.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
