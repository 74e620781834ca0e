package org.fanfare.traffic;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The threads that send, and the lanes that got none. Guarded by its {@link Gate}. */
final class Crew<W> {

    /** Lanes that lacked a thread, looked at again for each one that gets free. */
    private static final int STARVED_AT_ONCE = 4;

    private final int threads;
    private final Deque<Lane<W>> starved = new ArrayDeque<>();
    private int busy;

    Crew(int threads) {
        this.threads = threads;
    }

    boolean isBusy() {
        return busy >= threads;
    }

    /** Whether the lane has its share already: half of the free ones, but one at least. */
    boolean lacksOneFor(Lane<W> lane) {
        return isBusy() || lane.inHand() >= Math.max(1, (threads - busy) / 2);
    }

    void begin() {
        busy++;
    }

    /** Keeps a lane in mind that would go on if it had a thread. */
    void starve(Lane<W> lane) {
        starved.add(lane);
    }

    /** @param then takes lanes that may be better off now */
    void end(Consumer<Lane<W>> then) {
        busy--;
        for (int i = 0; i < STARVED_AT_ONCE && !starved.isEmpty(); i++) {
            then.accept(starved.poll());
        }
    }
}
