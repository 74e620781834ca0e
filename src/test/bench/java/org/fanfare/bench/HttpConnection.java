package org.fanfare.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A kept-alive connection to the server under test, for one request at a time; opened again after it was closed, be it
 * by the server (Payara does so every 256 requests).
 */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private Socket socket;
    private HttpReader reader;

    HttpConnection(int port) {
        this.port = port;
    }

    /** @return the status of the answer */
    int get(String path) throws IOException {
        return exchange("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n", new byte[0]);
    }

    /** @return the status of the answer */
    int post(String path, String user, byte[] json) throws IOException {
        return exchange(
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nHttp-Remote-User: " + user
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + json.length + "\r\n\r\n",
                json);
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
            return reader.status();
        } finally {
            if (!keep) {
                close();
            }
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
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
