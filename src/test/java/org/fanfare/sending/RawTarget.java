package org.fanfare.sending;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A target that does with the bare connection what it likes. */
final class RawTarget implements AutoCloseable {

    final AtomicInteger connections = new AtomicInteger();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Deadlines.daemons("raw-target"));

    private RawTarget(Conduct conduct) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(() -> {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.submit(() -> serve(socket, conduct));
            }
            return null;
        });
    }

    private static Void serve(Socket socket, Conduct conduct) throws Exception {
        try (socket) {
            conduct.serve(socket);
        }
        return null;
    }

    static RawTarget that(Conduct conduct) {
        return new RawTarget(conduct);
    }

    /** Reads the request, sends the text, closes. */
    static RawTarget thatSays(String text) {
        return that(socket -> {
            readHead(socket);
            say(socket, text);
        });
    }

    static void readHead(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            line = reader.readLine();
        }
    }

    static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends the text again and again until the other side has gone. */
    static void drip(Socket socket, String text, long millisBetween) throws Exception {
        while (true) {
            say(socket, text);
            if (millisBetween > 0) {
                // The slowness of a target is what is tested; no test waits for it.
                Thread.sleep(millisBetween);
            }
        }
    }

    /** Says nothing until the other side has gone. */
    static void beSilent(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }

    URI uri() {
        return uri("http");
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/in");
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    /** What the target does with one connection, which is closed afterwards. */
    interface Conduct {
        void serve(Socket socket) throws Exception;
    }
}
