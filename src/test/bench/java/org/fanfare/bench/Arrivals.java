package org.fanfare.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What came to the targets since somebody asked: 16 bytes for each, and now and then a body, to be looked at. */
final class Arrivals {

    /** Of so many events the body of one is kept. */
    static final int BODIES_OF = 499;

    private static final int MOST_BODIES = 64;
    private static final int BYTES_EACH = 16;

    private ByteBuffer log = ByteBuffer.allocate(4096 * BYTES_EACH);
    private final List<Body> bodies = new ArrayList<>();

    /** @param at by System.nanoTime, which on Linux is the monotonic clock of the machine, the same for all processes */
    record Arrival(int event, int subscription, long at) {}

    record Body(int event, byte[] bytes) {}

    /** @param body holds the event from its beginning on */
    synchronized void add(Arrival arrival, byte[] body, int length) {
        if (log.remaining() < BYTES_EACH) {
            log = ByteBuffer.allocate(2 * log.capacity()).put(log.flip());
        }
        log.putInt(arrival.event).putInt(arrival.subscription).putLong(arrival.at);
        if (arrival.event % BODIES_OF == 0 && bodies.size() < MOST_BODIES) {
            bodies.add(new Body(arrival.event, Arrays.copyOf(body, length)));
        }
    }

    /** Writes how many bytes, then the arrivals, and forgets them. */
    void writeLog(DataOutputStream out) throws IOException {
        ByteBuffer taken;
        synchronized (this) {
            taken = log.flip();
            log = ByteBuffer.allocate(Math.max(4096 * BYTES_EACH, taken.limit()));
        }
        out.writeInt(taken.limit());
        out.write(taken.array(), 0, taken.limit());
    }

    /** Reads what {@link #writeLog} wrote. */
    static void readLog(DataInputStream in, Consumer<Arrival> each) throws IOException {
        ByteBuffer log = ByteBuffer.wrap(in.readNBytes(in.readInt()));
        while (log.hasRemaining()) {
            each.accept(new Arrival(log.getInt(), log.getInt(), log.getLong()));
        }
    }

    /** Writes how many bodies, then each, and forgets them. */
    void writeBodies(DataOutputStream out) throws IOException {
        List<Body> taken;
        synchronized (this) {
            taken = List.copyOf(bodies);
            bodies.clear();
        }
        out.writeInt(taken.size());
        for (Body body : taken) {
            out.writeInt(body.event);
            out.writeInt(body.bytes.length);
            out.write(body.bytes);
        }
    }

    /** Reads what {@link #writeBodies} wrote. */
    static List<Body> readBodies(DataInputStream in) throws IOException {
        List<Body> read = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            read.add(new Body(in.readInt(), in.readNBytes(in.readInt())));
        }
        return read;
    }
}
