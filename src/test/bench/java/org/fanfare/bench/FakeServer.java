package org.fanfare.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A policy service or a target that always says 200, or never says anything. One thread per kept-alive connection and no more parsing than
 * needed, as it shares the processors with what is measured.
 */
final class FakeServer implements AutoCloseable {

    private final ServerSocket server;
    private final Listener listener;
    private final byte[] answer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FakeServer(Listener listener, String json) throws IOException {
        this.server = new ServerSocket(0, 256, InetAddress.getByName("127.0.0.1"));
        this.listener = listener;
        this.answer = json == null ? null : answer(json);
    }

    private static byte[] answer(String json) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                        + json)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static FakeServer policy() throws IOException {
        return started(new FakeServer((body, length) -> {}, "{\"status\":\"success\"}"), "policy");
    }

    static FakeServer target(Listener listener) throws IOException {
        return started(new FakeServer(listener, "{}"), "target");
    }

    /** A target that takes requests and never answers. */
    static FakeServer silent() throws IOException {
        return started(new FakeServer((body, length) -> {}, null), "silent target");
    }

    private static FakeServer started(FakeServer server, String name) {
        daemon(name, server::accept);
        return server;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                daemon("connection", () -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            HttpReader reader = new HttpReader(socket.getInputStream());
            while (reader.next()) {
                listener.received(reader.body(), reader.bodyLength());
                if (answer != null) {
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException closed) {
            // by the other side, in the middle of something: it will come again or be missed
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** Is told of each request before it is answered. */
    interface Listener {
        void received(byte[] body, int length);
    }
}
