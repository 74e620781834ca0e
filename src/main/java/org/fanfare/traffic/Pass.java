package org.fanfare.traffic;

import java.time.Duration;
import java.time.Instant;

/** Somebody who was let through; he must {@link Gate#leave} once his request is over, and be {@link Gate#done} in the end. */
public final class Pass<W> {

    private final Ticket<W> ticket;
    private final Lane<W> lane;
    private final boolean isProbe;
    private final Instant since;
    private boolean hasLeft;
    private boolean isDone;

    Pass(Ticket<W> ticket, Lane<W> lane, boolean isProbe, Instant since) {
        this.ticket = ticket;
        this.lane = lane;
        this.isProbe = isProbe;
        this.since = since;
    }

    public W work() {
        return ticket.work();
    }

    public Place place() {
        return ticket.place();
    }

    Lane<W> lane() {
        return lane;
    }

    boolean isProbe() {
        return isProbe;
    }

    Duration age(Instant now) {
        return Duration.between(since, now);
    }

    /** True the first time. */
    boolean leave() {
        boolean first = !hasLeft;
        hasLeft = true;
        return first;
    }

    /** True the first time. */
    boolean end() {
        boolean first = !isDone;
        isDone = true;
        return first;
    }
}
