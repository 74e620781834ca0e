package org.fanfare.replay;

import java.time.Duration;
import java.util.UUID;

/**
 * What one step of a job came to.
 *
 * @param cursor what was looked at last; null if nothing was
 * @param scanned how much was looked at
 * @param done how many deliveries were opened, or dropped
 * @param skipped how many were left as they are
 * @param isLast whether nothing is left
 * @param delay how long the job cannot go on; null if it can
 * @param delayReason why
 */
record Advance(UUID cursor, int scanned, int done, int skipped, boolean isLast, Duration delay, String delayReason) {

    static Advance of(UUID cursor, int scanned, int done, boolean isLast) {
        return new Advance(cursor, scanned, done, scanned - done, isLast, null, null);
    }
}
