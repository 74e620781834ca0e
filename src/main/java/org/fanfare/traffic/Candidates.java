package org.fanfare.traffic;

import java.util.ArrayDeque;
import java.util.Deque;

/** The hosts before which somebody is parked who may be able to pass, each in its turn. Guarded by its {@link Gate}. */
final class Candidates<W> {

    private final Deque<Host<W>> hosts = new ArrayDeque<>();

    /** Adds the lane to those of its host that may have the next turn, and the host here. */
    void add(Lane<W> lane) {
        lane.host().addTurn(lane);
        add(lane.host());
    }

    void add(Host<W> host) {
        if (!host.isCandidate && host.hasTurns()) {
            host.isCandidate = true;
            hosts.add(host);
        }
    }

    /** The host whose turn it is; null if there is none. */
    Host<W> next() {
        Host<W> host = hosts.poll();
        if (host != null) {
            host.isCandidate = false;
        }
        return host;
    }
}
