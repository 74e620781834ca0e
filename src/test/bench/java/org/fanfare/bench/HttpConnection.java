package org.fanfare.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection to the server under test, kept alive; one request at a time. */
final class HttpConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final HttpReader reader;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        reader = new HttpReader(socket.getInputStream());
    }

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
        socket.getOutputStream().write(request);
        if (!reader.next()) {
            throw new EOFException("the server closed the connection instead of answering");
        }
        return reader.status();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
