package org.fanfare.traffic;

import java.util.Locale;

/** Whether a host is delivered to. */
public enum BreakerState {
    CLOSED,
    /** Nothing goes to the host. */
    OPEN,
    /** One delivery is let through, to see. */
    HALF_OPEN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
