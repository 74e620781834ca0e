package org.fanfare.replay;

import java.util.Locale;

/** How far a job is. */
public enum JobState {
    /** Nothing was done yet. */
    QUEUED,
    /** In the middle. */
    RUNNING,
    /** At the end. */
    DONE,
    /** Ended by somebody before its end. */
    CANCELLED,
    /** Ended before its end because it cannot go on. */
    FAILED;

    /** The name on the wire. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
