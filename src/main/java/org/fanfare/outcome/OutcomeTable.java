package org.fanfare.outcome;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fanfare.sending.Exchange;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;

/**
 * What each answer means. The defaults are those of Knative's data plane (spec, "Delivery"), which knows more than one kind
 * of failure, but with 401 and 403 tried again slowly: credentials that have run out are renewed by people. 425 is among
 * those tried again (RFC 8470, 5.2), and 410 is the wish to hear no more (CloudEvents HTTP webhooks, 2.1).
 *
 * @param overrides a subscription's own rulings, by a status ({@code "404"}), a class of them ({@code "5xx"}) or a kind of
 *     silence ({@code "timeout"}); the narrower one wins
 */
record OutcomeTable(Map<String, Ruling> overrides) {

    private static final Set<Integer> RETRIED = Set.of(404, 408, 409, 425, 429);
    private static final Set<Integer> RETRIED_SLOWLY = Set.of(401, 403);
    private static final int GONE = 410;

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9][0-9]|[1-5]xx");
    private static final Set<String> SILENCES =
            Set.of("address", "connection", "dns", "other", "protocol", "timeout", "tls");

    OutcomeTable {
        overrides = Map.copyOf(overrides);
    }

    /** Whether a subscription can rule on it. */
    static boolean isKey(String key) {
        return STATUS.matcher(key).matches() || SILENCES.contains(key);
    }

    Ruling of(Exchange exchange) {
        if (exchange instanceof Answered answered) {
            return ofStatus(answered.status());
        }
        Kind kind = ((Unanswered) exchange).kind();
        return overrides.getOrDefault(silence(kind), isForbidden(kind) ? Ruling.FAIL : Ruling.RETRY);
    }

    private Ruling ofStatus(int status) {
        Ruling own = overrides.get(Integer.toString(status));
        return own != null ? own : overrides.getOrDefault(status / 100 + "xx", standard(status));
    }

    private static Ruling standard(int status) {
        if (status >= 200 && status < 300) {
            return Ruling.DELIVERED;
        }
        if (status >= 500 || RETRIED.contains(status)) {
            return Ruling.RETRY;
        }
        if (RETRIED_SLOWLY.contains(status)) {
            return Ruling.RETRY_SLOWLY;
        }
        return status == GONE ? Ruling.DISABLE : Ruling.FAIL;
    }

    /** What Fanfare itself refuses to connect to, it will refuse again. */
    private static boolean isForbidden(Kind kind) {
        return kind == Kind.FORBIDDEN_ADDRESS || kind == Kind.INVALID_URL;
    }

    private static String silence(Kind kind) {
        return switch (kind) {
            case FORBIDDEN_ADDRESS, INVALID_URL -> "address";
            case CONNECT_REFUSED, CONNECTION_RESET, PROXY -> "connection";
            case CONNECT_TIMEOUT, READ_TIMEOUT -> "timeout";
            case DNS -> "dns";
            case PROTOCOL -> "protocol";
            case TLS -> "tls";
            case OTHER, TOKEN -> "other";
        };
    }
}
