package org.fanfare.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server under test: a child process, started as a user starts it. */
final class FanfareProcess implements AutoCloseable {

    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 40;

    private final Process process;
    private final int port;
    private final Path log;

    private FanfareProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static FanfareProcess start(BenchOptions options, Path home, BenchDatabase database, URI policy)
            throws IOException {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options.jvm());
        if (options.profile()) {
            // From the start: a recording that begins later makes the JVM throw all compiled code away.
            command.add("-XX:FlightRecorderOptions=stackdepth=512");
            command.add("-XX:StartFlightRecording=name=bench,settings=profile");
        }
        command.addAll(List.of("-jar", options.jar().toString(), "--port", "" + port));
        Path log = options.output().resolve("fanfare.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(database.environment());
        builder.environment().put("FANFARE_HOME", home.toString());
        builder.environment().put("FANFARE_POLICY_URL", policy.toString());
        builder.environment().put("FANFARE_DESTINATION_ALLOW", "127.0.0.0/8");
        return new FanfareProcess(builder.start(), port, log);
    }

    void awaitReady() throws InterruptedException {
        for (int i = 0; i < 10 * START_SECONDS; i++) {
            requireAlive();
            try (HttpConnection connection = new HttpConnection(port)) {
                // Payara says that it is ready before the application is there.
                if (connection.get("/eventmatch") == 200 && connection.get("/health/ready") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // nobody listens yet, or the server is about to deploy
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the server is not ready after " + START_SECONDS + " s, see " + log);
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server has ended, see " + log);
        }
    }

    /** One subscription of one user to all sample events, and these others of as many users as there are hundreds. */
    void subscribe(URI target, int others) throws IOException {
        String url = target + "/in";
        try (HttpConnection connection = new HttpConnection(port)) {
            subscribe(connection, "owner", SampleEvent.wish(url));
            for (int i = 0; i < others; i++) {
                subscribe(connection, "other" + i / 100, SampleEvent.otherWish(i, url));
            }
        }
    }

    /** Owes so many events to a target. */
    void owe(URI target, int events) throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            subscribe(connection, "slow owner", SampleEvent.slowWish(target + "/in"));
            for (int i = 0; i < events; i++) {
                int status = connection.post("/receive", "producer", SampleEvent.slow(i));
                if (status != 200) {
                    throw new IOException("an event was refused: " + status + " " + connection.text());
                }
            }
        }
    }

    private static void subscribe(HttpConnection connection, String owner, byte[] wish) throws IOException {
        int status = connection.post("/eventmatch", owner, wish);
        if (status != 200) {
            throw new IOException("a subscription was refused: " + status + " " + connection.text());
        }
    }

    /** A new connection of a producer. */
    HttpConnection connect() {
        return new HttpConnection(port);
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Memory that is resident now, in megabytes. */
    double residentMegabytes() throws IOException {
        return status("VmRSS:");
    }

    /** The most that ever was. */
    double highestResidentMegabytes() throws IOException {
        return status("VmHWM:");
    }

    private double status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Runs a diagnostic command of the JDK on the server. */
    void diagnose(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        line.add("" + process.pid());
        line.addAll(List.of(command));
        new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }
}
