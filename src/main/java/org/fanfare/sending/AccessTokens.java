package org.fanfare.sending;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;
import org.fanfare.wire.JsonText;

/**
 * Access tokens of OAuth clients, kept in memory until shortly before they expire. One fetch for one client runs at a time;
 * whoever waited for it shares what came of it, so that a dead endpoint does not hold the waiting one after the other.
 */
final class AccessTokens {

    /** Where the endpoint does not say how long a token is good (RFC 6749, 5.1: it should). */
    private static final Duration UNSAID = Duration.ofMinutes(5);

    /** No longer than this, whatever the endpoint says: a token that was withdrawn should not stay for ever. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);
    private static final int MOST_CLIENTS = 10_000;

    private final BiFunction<OAuthClient, TimeLimit, Exchange> endpoint;
    private final LongSupplier nanos;
    private final Map<OAuthClient, Slot> slots = new ConcurrentHashMap<>();

    /**
     * @param endpoint asks the client's endpoint for a token
     * @param nanos as {@link System#nanoTime}
     */
    AccessTokens(BiFunction<OAuthClient, TimeLimit, Exchange> endpoint, LongSupplier nanos) {
        this.endpoint = endpoint;
        this.nanos = nanos;
    }

    /**
     * A token of the client that is good for now.
     *
     * @param refused a token that was just refused, which is not to be given again; null for none
     */
    Grant get(OAuthClient client, String refused, TimeLimit limit) {
        if (slots.size() > MOST_CLIENTS) {
            slots.values().removeIf(Slot::isIdle);
        }
        return slots.computeIfAbsent(client, any -> new Slot()).get(client, refused, limit);
    }

    /** A token, or why there is none. */
    record Grant(String token, Unanswered failure) {

        boolean isGiven() {
            return token != null;
        }

        @Override
        public String toString() {
            return isGiven() ? "Grant[redacted]" : "Grant[" + failure + "]";
        }
    }

    private record Token(String text, long goodUntil) {}

    private final class Slot {

        private final ReentrantLock fetching = new ReentrantLock();
        private volatile Token token;
        private Unanswered failure;
        private long failedAt;

        boolean isIdle() {
            return !isGood(token, null) && !fetching.isLocked();
        }

        private boolean isGood(Token known, String refused) {
            return known != null
                    && known.goodUntil() - nanos.getAsLong() > 0
                    && !known.text().equals(refused);
        }

        Grant get(OAuthClient client, String refused, TimeLimit limit) {
            long asked = nanos.getAsLong();
            Token known = token;
            if (isGood(known, refused)) {
                return new Grant(known.text(), null);
            }
            try {
                if (!fetching.tryLock(limit.left().toNanos(), TimeUnit.NANOSECONDS)) {
                    return none("The token endpoint did not answer in time.", limit);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return none("The wait for an access token was interrupted.", limit);
            }
            try {
                return fetchUnlessDone(client, refused, asked, limit);
            } finally {
                fetching.unlock();
            }
        }

        private Grant fetchUnlessDone(OAuthClient client, String refused, long asked, TimeLimit limit) {
            if (isGood(token, refused)) {
                return new Grant(token.text(), null);
            }
            if (failure != null && failedAt - asked > 0) {
                return new Grant(null, new Unanswered(Kind.TOKEN, failure.message(), limit.elapsed()));
            }
            Grant grant = read(endpoint.apply(client, limit), limit);
            failure = grant.failure();
            failedAt = nanos.getAsLong();
            return grant;
        }

        private Grant read(Exchange exchange, TimeLimit limit) {
            token = null;
            if (!(exchange instanceof Answered answered)) {
                return none("No access token. " + exchange.summary().replace("target", "token endpoint"), limit);
            }
            JsonObject json = object(answered.bodyExcerpt());
            if (answered.status() != 200) {
                return none("No access token: the token endpoint answered " + answered.status() + error(json), limit);
            }
            String text = json.get("access_token") instanceof JsonString value ? value.getString() : "";
            String type = json.getString("token_type", "Bearer");
            if (!text.matches("[\\x21-\\x7e]+") || !type.equalsIgnoreCase("Bearer")) {
                return none("No access token: the token endpoint's answer holds no bearer token.", limit);
            }
            token = new Token(text, nanos.getAsLong() + goodFor(json).toNanos());
            return new Grant(text, null);
        }
    }

    private static Grant none(String sentence, TimeLimit limit) {
        return new Grant(null, new Unanswered(Kind.TOKEN, sentence, limit.elapsed()));
    }

    private static JsonObject object(String text) {
        return JsonText.read(text.getBytes(StandardCharsets.UTF_8), why -> {})
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The error code of RFC 6749, 5.2; nothing else of the answer is passed on, for it might hold a secret. */
    private static String error(JsonObject json) {
        String code = json.get("error") instanceof JsonString value ? value.getString() : "";
        return code.matches("[a-z_]{1,40}") ? " (" + code + ")." : ".";
    }

    private static Duration goodFor(JsonObject json) {
        Duration said = json.get("expires_in") instanceof JsonNumber seconds
                ? Duration.ofSeconds(Math.max(0, Math.min(seconds.longValue(), LONGEST.toSeconds())))
                : UNSAID;
        Duration margin = said.dividedBy(2).compareTo(BEFORE_EXPIRY) < 0 ? said.dividedBy(2) : BEFORE_EXPIRY;
        return said.minus(margin);
    }
}
