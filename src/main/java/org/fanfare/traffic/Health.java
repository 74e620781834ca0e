package org.fanfare.traffic;

import java.util.Set;
import org.fanfare.sending.Exchange;

/** What an exchange says about the host it was with, whatever it says about the subscription. */
public enum Health {
    /** It answered. What it answered may concern this subscription alone. */
    WELL,
    /** No answer, or one that says that the host is not up to it (502, 503, 504). */
    ILL,
    /** Nothing was asked of it. */
    UNKNOWN;

    private static final Set<Integer> ILL_ANSWERS = Set.of(502, 503, 504);

    public static Health of(Exchange exchange) {
        if (exchange instanceof Exchange.Answered answered) {
            return ILL_ANSWERS.contains(answered.status()) ? ILL : WELL;
        }
        return switch (((Exchange.Unanswered) exchange).kind()) {
            case CONNECT_REFUSED, CONNECT_TIMEOUT, READ_TIMEOUT, TLS, DNS, CONNECTION_RESET -> ILL;
            case FORBIDDEN_ADDRESS, PROTOCOL, INVALID_URL, TOKEN, PROXY, OTHER -> UNKNOWN;
        };
    }
}
