package org.fanfare.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * How an answer was come by.
 *
 * @param askedAt when the question was put; earlier than its use where an answer is shared
 * @param status of the service's answer; null if it gave none, or was not asked
 * @param elapsed how long the question took
 */
public record Inquiry(Instant askedAt, Integer status, Duration elapsed) {

    /** Nobody had to be asked. */
    static Inquiry needless(Instant now) {
        return new Inquiry(now, null, Duration.ZERO);
    }
}
