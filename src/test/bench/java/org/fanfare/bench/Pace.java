package org.fanfare.bench;

/**
 * When the events of a round are due: at constant intervals whatever becomes of the earlier ones (open loop), or each
 * when there is somebody to post it (closed loop). No event is ever left out because its time has passed; its latency
 * counts from that time.
 *
 * @param rate events per second; 0 for a closed loop
 */
record Pace(long start, double rate) {

    static final double CLOSED = 0;

    boolean isOpen() {
        return rate > CLOSED;
    }

    /** When the event at this index, from 0, is due in an open loop. */
    long dueAt(long index) {
        return start + Math.round(index * 1e9 / rate);
    }

    /** How many are due by then. */
    long dueBy(long time) {
        return time < start ? 0 : (long) Math.floor((time - start) * rate / 1e9) + 1;
    }

    /** How many events an open loop of this length has. */
    static int count(double rate, double seconds) {
        return (int) Math.max(1, Math.round(rate * seconds));
    }
}
