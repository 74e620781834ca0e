package org.fanfare.token;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.fanfare.caller.Identity;

/** Tokens that were found good within the last second, so that a busy producer does not cost a query for each event. */
@ApplicationScoped
public class KnownTokens {

    private static final Duration TRUSTED = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    @EJB
    private Tokens tokens;

    @Inject
    private Clock clock;

    private final Map<String, Good> good = new ConcurrentHashMap<>();

    /** A token, and until when it need not be looked for again. */
    private record Good(Identity identity, Instant until) {}

    /** Who shows this token; empty if it is none, or no longer one. */
    public Optional<Identity> bearer(String shown) {
        return TokenText.read(shown).flatMap(this::bearer);
    }

    /** Forgets it before its second is over. */
    void forget(UUID id) {
        good.values().removeIf(each -> id.equals(each.identity().token()));
    }

    private Optional<Identity> bearer(TokenText text) {
        Instant now = clock.instant();
        Good known = good.get(text.hash());
        if (known != null && known.until().isAfter(now)) {
            return Optional.of(known.identity());
        }
        Optional<ApiToken> found = tokens.use(text);
        if (found.isEmpty()) {
            good.remove(text.hash());
            return Optional.empty();
        }
        Instant until = now.plus(TRUSTED);
        Instant end = found.get().expiresAt().orElse(until);
        if (good.size() >= MOST) {
            good.clear();
        }
        Identity identity = found.get().identity();
        good.put(text.hash(), new Good(identity, end.isBefore(until) ? end : until));
        return Optional.of(identity);
    }
}
