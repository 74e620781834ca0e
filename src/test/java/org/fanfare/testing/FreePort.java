package org.fanfare.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of this machine that nobody listens on. */
final class FreePort {

    private FreePort() {}

    /** Nobody listens on the other one yet, so that it might be found again. */
    static int findOtherThan(int other) {
        int port = find();
        while (port == other) {
            port = find();
        }
        return port;
    }

    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
