package org.fanfare.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A policy service or a target that always says 200: at once, after a while, or never; and that can be down, so that
 * connections are refused. One thread per kept-alive connection and no more parsing than needed, as it shares the
 * processors with what is measured.
 */
final class FakeServer implements AutoCloseable {

    /** How long it takes to answer, in milliseconds, if it never does. */
    static final long NEVER = -1;

    private static final int WAITING_CONNECTIONS = 512;

    private final InetAddress address;
    private final Listener listener;
    private final byte[] answer;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private int port;
    private volatile long delay;

    FakeServer(InetAddress address, Listener listener, String json) throws IOException {
        this.address = address;
        this.listener = listener;
        this.answer = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + json.length()
                        + "\r\n\r\n" + json)
                .getBytes(StandardCharsets.ISO_8859_1);
        up();
    }

    int port() {
        return port;
    }

    /** Listens, at the port at which it did. */
    synchronized void up() throws IOException {
        if (server != null) {
            return;
        }
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port), WAITING_CONNECTIONS);
        port = socket.getLocalPort();
        server = socket;
        daemon("port " + port, () -> accept(socket));
    }

    /** Refuses connections, and closes those that are open. */
    synchronized void down() throws IOException {
        if (server == null) {
            return;
        }
        server.close();
        server = null;
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** From the next request on. What waits for an answer already gets none, or gets it when it would have. */
    void answerAfter(long milliseconds) {
        delay = milliseconds;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket socket = from.accept();
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
                listener.received(reader);
                if (isAnswerDue()) {
                    socket.getOutputStream().write(answer);
                }
            }
        } catch (IOException | InterruptedException closed) {
            // by the other side, in the middle of something: it will come again or be missed
        } finally {
            open.remove(socket);
        }
    }

    private boolean isAnswerDue() throws InterruptedException {
        long wait = delay;
        if (wait > 0) {
            TimeUnit.MILLISECONDS.sleep(wait);
        }
        return wait != NEVER;
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        down();
    }

    /** Is told of each request before it is answered. */
    interface Listener {
        void received(HttpReader request);
    }
}
