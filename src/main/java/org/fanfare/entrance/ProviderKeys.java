package org.fanfare.entrance;

import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys of an identity provider: fetched when they are first needed, again when they are old, and when a token names one
 * that is not among them. What is known serves on while the provider is away. Whoever makes up key ids can make Fanfare ask
 * every two seconds at the most, and few threads wait for the answer, so that other callers are served.
 */
final class ProviderKeys implements VerificationKeyResolver {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int FETCH_SECONDS = 5;
    private static final int WAIT_SECONDS = 3;
    private static final int MOST_WAITING = 8;

    private final Supplier<CompletableFuture<List<JsonWebKey>>> source;
    private final Clock clock;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private volatile Known known;
    private CompletableFuture<Void> underWay;
    private Instant lastAsked = Instant.MIN;

    /** The keys of one answer. */
    private record Known(List<JsonWebKey> keys, Instant at) {}

    /** There are no keys, and whoever has them does not answer. */
    static final class Away extends UnresolvableKeyException {

        private static final long serialVersionUID = 1;

        Away() {
            super("the keys cannot be had now");
        }
    }

    /** @param source asks for the keys, without holding the thread up */
    ProviderKeys(Supplier<CompletableFuture<List<JsonWebKey>>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        Known before = current();
        try {
            return find(before, token, nesting);
        } catch (UnresolvableKeyException notAmongThem) {
            await(ask());
            if (known == before) {
                throw notAmongThem;
            }
            return find(known, token, nesting);
        }
    }

    private Known current() throws Away {
        Known now = known;
        if (now == null) {
            await(ask());
        } else if (now.at().plus(FRESH).isBefore(clock.instant())) {
            ask();
        }
        if (known == null) {
            throw new Away();
        }
        return known;
    }

    private static Key find(Known known, JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        JwksVerificationKeyResolver among = new JwksVerificationKeyResolver(known.keys());
        among.setDisambiguateWithVerifySignature(true);
        return among.resolveKey(token, nesting);
    }

    /** Asks the source, unless that is going on, or has just been done. */
    private synchronized CompletableFuture<Void> ask() {
        if (underWay != null) {
            return underWay;
        }
        Instant now = clock.instant();
        if (lastAsked.isAfter(now.minus(PAUSE))) {
            return CompletableFuture.completedFuture(null);
        }
        lastAsked = now;
        CompletableFuture<Void> asked = source.get()
                .orTimeout(FETCH_SECONDS, TimeUnit.SECONDS)
                .thenAccept(keys -> known = new Known(keys, clock.instant()));
        underWay = asked;
        asked.whenComplete((nothing, failure) -> ended(asked));
        return asked;
    }

    private synchronized void ended(CompletableFuture<Void> asked) {
        if (underWay == asked) {
            underWay = null;
        }
    }

    private void await(CompletableFuture<Void> asked) {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            asked.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException away) {
            // There is nothing new, then; the caller looks at what is known.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
