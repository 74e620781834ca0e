package org.fanfare.sending;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of one request to a target. What follows from it is judged elsewhere. */
public sealed interface Exchange {

    /** The time from the call of the sender to the last byte read, or to the failure. */
    Duration elapsed();

    /** What came of it in a few words, for the subscriber. */
    String summary();

    /** Whether the request was sent twice, because the kept-alive connection it was sent on first had ended meanwhile. */
    boolean isRepeated();

    /** Whether the target took the request: it answered with a 2xx. */
    default boolean isSuccess() {
        return false;
    }

    /**
     * The target answered with a whole response head. A body that was cut, too slow or too long does not change that.
     *
     * @param status the status code, also 3xx: redirects are not followed
     * @param headers the response's headers, looked up in any case; several of one name are joined with {@code ", "}
     * @param bodyExcerpt the first bytes of the body as text, without control characters; {@code ""} where it is
     *     compressed
     * @param bodyLength the body's length in bytes as announced or read to its end; -1 if it is not known
     */
    record Answered(
            int status,
            Map<String, String> headers,
            String bodyExcerpt,
            long bodyLength,
            Duration elapsed,
            boolean isRepeated)
            implements Exchange {

        /** An answer to a request that was sent once. */
        public Answered(
                int status, Map<String, String> headers, String bodyExcerpt, long bodyLength, Duration elapsed) {
            this(status, headers, bodyExcerpt, bodyLength, elapsed, false);
        }

        public Answered {
            TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            anyCase.putAll(headers);
            headers = Collections.unmodifiableSortedMap(anyCase);
            requireNonNull(bodyExcerpt, "bodyExcerpt");
            requireNonNull(elapsed, "elapsed");
        }

        @Override
        public String summary() {
            return "the target answered " + status;
        }

        @Override
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The value of a header, its name in any case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /**
     * There was no answer.
     *
     * @param message one sentence for the subscriber
     */
    record Unanswered(Kind kind, String message, Duration elapsed, boolean isRepeated) implements Exchange {

        /** What came of a request that was sent once, or not at all. */
        public Unanswered(Kind kind, String message, Duration elapsed) {
            this(kind, message, elapsed, false);
        }

        public Unanswered {
            requireNonNull(kind, "kind");
            requireNonNull(message, "message");
            requireNonNull(elapsed, "elapsed");
        }

        @Override
        public String summary() {
            return message;
        }
    }

    /** Why there was no answer. */
    enum Kind {
        /** No connection: refused, or no way to the address. */
        CONNECT_REFUSED,
        /** No connection, or no TLS handshake, within the connect timeout. */
        CONNECT_TIMEOUT,
        /** Connected, but no response head within the response timeout or the total timeout. */
        READ_TIMEOUT,
        /** The TLS handshake failed, or the certificate is not trusted or for another host. */
        TLS,
        /** The host name has no address, or the lookup failed or took too long. */
        DNS,
        /** The address may not be reached; nothing was connected. */
        FORBIDDEN_ADDRESS,
        /** The target closed the connection before a whole response head. */
        CONNECTION_RESET,
        /** What came is not HTTP or beyond its limits, or a header of the request cannot be sent. */
        PROTOCOL,
        /** The text of the target URL is refused; nothing was connected. */
        INVALID_URL,
        /** There was no access token for the target; nothing was sent to it. */
        TOKEN,
        /** The proxy was not reached, or did not connect to the target. */
        PROXY,
        /** Anything else, also a lack of free connections on our side. */
        OTHER
    }
}
