package org.fanfare.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request of which each byte is the test's, on a connection of its own. */
final class RawRequest implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 40_000;

    private final Socket socket = new Socket();

    private RawRequest(URI server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    static RawRequest to(URI server) {
        return to(server, 0);
    }

    /** @param receiveBuffer how much the system takes for a client who does not read; 0 for the usual */
    static RawRequest to(URI server, int receiveBuffer) {
        try {
            return new RawRequest(server, receiveBuffer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** False if the other end is gone. */
    boolean send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** What comes first; nothing if the other end closes. */
    String readFirst() {
        byte[] bytes = new byte[1024];
        try {
            int length = socket.getInputStream().read(bytes);
            return new String(bytes, 0, Math.max(0, length), StandardCharsets.ISO_8859_1);
        } catch (IOException nothingCame) {
            return "";
        }
    }

    /** Everything until the other end closes; what came until then, if it breaks off. */
    String readAll() {
        StringBuilder text = new StringBuilder();
        byte[] bytes = new byte[65_536];
        try {
            for (int length; (length = socket.getInputStream().read(bytes)) >= 0; ) {
                text.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (java.net.SocketTimeoutException stillOpen) {
            throw new AssertionError("The connection was not closed; it said: " + text, stillOpen);
        } catch (IOException reset) {
            // closed, too
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
