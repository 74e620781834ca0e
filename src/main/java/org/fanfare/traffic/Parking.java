package org.fanfare.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Those who are parked before all lanes, and those who stood there for too long. Guarded by its {@link Gate}. */
final class Parking<W> {

    /** Deliveries. */
    private static final int MOST = 50_000;

    private final List<Entry.Later<W>> late = new ArrayList<>();
    private int size;

    /** How many deliveries are parked. */
    int size() {
        return size;
    }

    boolean isFull() {
        return size >= MOST;
    }

    boolean isHalfFull() {
        return size > MOST / 2;
    }

    void park(Ticket<W> ticket, Lane<W> lane) {
        lane.park(ticket);
        size += ticket.size();
    }

    /** The first of those who are parked before the lane. */
    Ticket<W> unpark(Lane<W> lane) {
        Ticket<W> first = lane.unpark();
        size -= first.size();
        return first;
    }

    /** Sends away those who can no longer get through the lane in time. */
    void dropLate(Lane<W> lane, Instant now, Supplier<Obstacle> inTheWay) {
        while (!lane.parked().isEmpty() && lane.parked().peek().useBy().isBefore(now)) {
            Obstacle obstacle = inTheWay.get();
            String reason = obstacle == null ? "too many were before it" : obstacle.reason();
            late.add(new Entry.Later<>(unpark(lane), reason));
        }
    }

    /** Those who were sent away since the last time. */
    List<Entry.Later<W>> takeLate() {
        List<Entry.Later<W>> gone = List.copyOf(late);
        late.clear();
        return gone;
    }
}
