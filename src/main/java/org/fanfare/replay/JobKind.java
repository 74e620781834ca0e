package org.fanfare.replay;

import java.util.Locale;

/** What a job does. */
public enum JobKind {
    /** Opens what failed at a time anew. */
    RECOVER,
    /** Opens all deliveries of events of a time anew. */
    REPLAY,
    /** Opens deliveries of events that match now and were not delivered. */
    REPLAY_MISSING,
    /** Opens the deliveries of one event anew. */
    REPLAY_EVENT,
    /** Opens what is held. */
    RELEASE,
    /** Cancels what is held. */
    DROP;

    /** The name on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
