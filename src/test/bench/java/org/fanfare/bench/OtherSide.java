package org.fanfare.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy service and the targets, in a process of their own, so that what they cost and what their garbage collector
 * does is neither the load generator's nor the server's.
 *
 * <p>The driver starts it with the address at which targets listen, reads the ports of the control connection and of the
 * policy service off the first line it prints, and says the rest over that connection ({@link OtherSideProcess}). It ends
 * when the connection does, so none is left behind whatever becomes of the driver.
 *
 * <p>A target's path is {@code /t/} and the number of the subscription.
 */
public final class OtherSide {

    private final InetAddress address;
    private final Arrivals arrivals = new Arrivals();
    private final Map<Integer, FakeServer> servers = new ConcurrentHashMap<>();

    private OtherSide(InetAddress address) {
        this.address = address;
    }

    /** Serves until the driver goes away. */
    public static void main(String... arguments) throws IOException {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        OtherSide side = new OtherSide(InetAddress.getByName(arguments[0]));
        try (ServerSocket control = new ServerSocket(0, 1, local)) {
            FakeServer policy = new FakeServer(local, request -> {}, "{\"status\":\"success\"}");
            side.servers.put(policy.port(), policy);
            System.out.println(control.getLocalPort() + " " + policy.port());
            try (Socket driver = control.accept()) {
                driver.setTcpNoDelay(true);
                side.obey(driver);
            }
        }
    }

    private void obey(Socket driver) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(driver.getInputStream()));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(driver.getOutputStream(), 1 << 16));
        for (int order = in.read(); order >= 0; order = in.read()) {
            obey((char) order, in, out);
            out.flush();
        }
    }

    private void obey(char order, DataInputStream in, DataOutputStream out) throws IOException {
        switch (order) {
            case 't' -> out.writeInt(newTarget());
            case 'a' -> arrivals.writeLog(out);
            case 'b' -> arrivals.writeBodies(out);
            case 'd' -> {
                servers.get(in.readInt()).down();
                out.writeInt(0);
            }
            case 'u' -> {
                servers.get(in.readInt()).up();
                out.writeInt(0);
            }
            case 'w' -> {
                servers.get(in.readInt()).answerAfter(in.readLong());
                out.writeInt(0);
            }
            default -> throw new IOException("no such order: " + order);
        }
    }

    private int newTarget() throws IOException {
        FakeServer target = new FakeServer(address, this::received, "{}");
        servers.put(target.port(), target);
        return target.port();
    }

    private void received(HttpReader request) {
        long now = System.nanoTime();
        int event = SampleEvent.numberIn(request.body(), request.bodyLength());
        int subscription = request.numberAfter("/t/");
        arrivals.add(new Arrivals.Arrival(event, subscription, now), request.body(), request.bodyLength());
    }
}
