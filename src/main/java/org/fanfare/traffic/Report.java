package org.fanfare.traffic;

import java.time.Instant;
import java.util.Set;
import org.fanfare.sending.Exchange;

/**
 * What somebody who was let through tells when he is back.
 *
 * @param health of the host
 * @param isSlow whether less at once would be better: no answer in time, or one that asks for it
 * @param pausedUntil when the target wants the next request; null if it did not say
 */
public record Report(Health health, boolean isSlow, Instant pausedUntil) {

    private static final Set<Integer> SLOW_DOWN = Set.of(429, 502, 503, 504);

    /** There was no exchange. */
    public static final Report NOTHING = new Report(Health.UNKNOWN, false, null);

    /** @param pausedUntil when the target wants the next request; null if it did not say */
    public static Report of(Exchange exchange, Instant pausedUntil) {
        return new Report(Health.of(exchange), isSlow(exchange), pausedUntil);
    }

    private static boolean isSlow(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered) {
            return SLOW_DOWN.contains(answered.status());
        }
        Exchange.Kind kind = ((Exchange.Unanswered) exchange).kind();
        return kind == Exchange.Kind.READ_TIMEOUT || kind == Exchange.Kind.CONNECT_TIMEOUT;
    }

    boolean isSuccess() {
        return health == Health.WELL && !isSlow;
    }
}
