package org.fanfare.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The driver's hold on {@link OtherSide}. */
final class OtherSideProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 5;

    private final Process process;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final String targetsHost;
    private final int policyPort;

    private OtherSideProcess(Process process, int controlPort, int policyPort, String targetsHost) throws IOException {
        this.process = process;
        this.policyPort = policyPort;
        this.targetsHost = targetsHost;
        this.socket = new Socket(InetAddress.getByName("127.0.0.1"), controlPort);
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** @param targetsHost the name or address of this machine in the URLs of targets */
    static OtherSideProcess start(String targetsHost, Path output) throws IOException {
        String listen = targetsHost.equals("127.0.0.1") ? targetsHost : "0.0.0.0";
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As little beside what is measured as can be.
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        OtherSide.class.getName(),
                        listen)
                .redirectError(output.resolve("other-side.log").toFile())
                .start();
        try {
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the policy service and targets did not start, see " + output);
            }
            List<Integer> ports =
                    List.of(line.split(" ")).stream().map(Integer::valueOf).toList();
            return new OtherSideProcess(process, ports.get(0), ports.get(1), targetsHost);
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    URI policy() {
        return URI.create("http://127.0.0.1:" + policyPort);
    }

    int policyPort() {
        return policyPort;
    }

    /** A new target, on a port of its own. */
    synchronized Target target() throws IOException {
        out.writeByte('t');
        return new Target(targetsHost, in.readInt());
    }

    /** Gives what has arrived since the last time. */
    synchronized void takeArrivals(Consumer<Arrivals.Arrival> each) throws IOException {
        out.writeByte('a');
        Arrivals.readLog(in, each);
    }

    /** Bodies of some of what has arrived since the last time. */
    synchronized List<Arrivals.Body> takeBodies() throws IOException {
        out.writeByte('b');
        return Arrivals.readBodies(in);
    }

    synchronized void down(int port) throws IOException {
        out.writeByte('d');
        out.writeInt(port);
        in.readInt();
    }

    synchronized void up(int port) throws IOException {
        out.writeByte('u');
        out.writeInt(port);
        in.readInt();
    }

    /** @param milliseconds or {@link FakeServer#NEVER} */
    synchronized void answerAfter(int port, long milliseconds) throws IOException {
        out.writeByte('w');
        out.writeInt(port);
        out.writeLong(milliseconds);
        in.readInt();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.onExit().completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    /** A target, for any number of subscriptions. */
    record Target(String host, int port) {

        URI of(int subscription) {
            return URI.create("http://" + host + ":" + port + "/t/" + subscription);
        }
    }
}
