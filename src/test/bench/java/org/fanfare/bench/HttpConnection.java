package org.fanfare.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A kept-alive connection to the server under test, for one request at a time; opened again after it was closed, be it
 * by the server (Payara does so every 256 requests).
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    /** Servers close connections that were not used for some time; a request must not meet that. */
    private static final long IDLE_NANOS = 5_000_000_000L;

    private final URI server;
    private Socket socket;
    private HttpReader reader;
    private long lastUsed;

    /** @param server with its port, and with the path, if any, that stands before all paths */
    HttpConnection(URI server) {
        this.server = server;
    }

    static HttpConnection local(int port) {
        return new HttpConnection(URI.create("http://127.0.0.1:" + port));
    }

    /** @return the status of the answer */
    int get(String path) throws IOException {
        return exchange(
                "GET " + server.getPath() + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n",
                new byte[0]);
    }

    /** @return the status of the answer */
    int delete(String path, String user) throws IOException {
        return exchange(
                "DELETE " + server.getPath() + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nHttp-Remote-User: " + user + "\r\n\r\n",
                new byte[0]);
    }

    /** @return the status of the answer */
    int post(String path, String user, byte[] json) throws IOException {
        return post(path, user, "application/json", json);
    }

    /** @return the status of the answer */
    int post(String path, String user, String type, byte[] body) throws IOException {
        return exchange(
                "POST " + server.getPath() + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nHttp-Remote-User: " + user + "\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n",
                body);
    }

    /** The body of the last answer. */
    String text() {
        return new String(reader.body(), 0, reader.bodyLength(), StandardCharsets.UTF_8);
    }

    private int exchange(String head, byte[] body) throws IOException {
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        boolean keep = false;
        try {
            open();
            socket.getOutputStream().write(request);
            if (!reader.next()) {
                throw new EOFException("the server closed the connection instead of answering");
            }
            keep = !reader.isLast();
            lastUsed = System.nanoTime();
            return reader.status();
        } finally {
            if (!keep) {
                close();
            }
        }
    }

    private void open() throws IOException {
        if (socket != null && System.nanoTime() - lastUsed > IDLE_NANOS) {
            close();
        }
        if (socket == null) {
            socket = new Socket(server.getHost(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            reader = new HttpReader(socket.getInputStream());
        }
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
