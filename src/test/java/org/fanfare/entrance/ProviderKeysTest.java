package org.fanfare.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.fanfare.testing.MovedClock;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {

    private static RsaJsonWebKey first;
    private static RsaJsonWebKey second;

    private final MovedClock clock = new MovedClock();
    private List<JsonWebKey> published = List.of(first);
    private boolean isAway;
    private int questions;

    private final ProviderKeys keys = new ProviderKeys(source(), clock);

    @BeforeAll
    static void makeKeys() throws JoseException {
        first = key("first");
        second = key("second");
    }

    @Test
    void keysAreAskedForOnceAndUsedAgain() throws JoseException {
        find(first);
        find(first);

        assertThat(questions).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNewIsFound() throws JoseException {
        find(first);
        published = List.of(second);
        clock.move(Duration.ofSeconds(3));

        assertThat(find(second)).isEqualTo(second.getKey());
        assertThatThrownBy(() -> find(first)).isInstanceOf(UnresolvableKeyException.class);
    }

    @Test
    void madeUpKeysDoNotMakeItAskWithoutPause() throws JoseException {
        find(first);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> find(second)).isInstanceOf(UnresolvableKeyException.class);
        }
        assertThat(questions).isEqualTo(1);

        clock.move(Duration.ofSeconds(3));
        assertThatThrownBy(() -> find(second)).isInstanceOf(UnresolvableKeyException.class);
        assertThatThrownBy(() -> find(second)).isInstanceOf(UnresolvableKeyException.class);
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void oldKeysAreAskedForAgainAndServeMeanwhile() throws JoseException {
        find(first);
        isAway = true;
        clock.move(Duration.ofMinutes(6));

        assertThat(find(first)).isEqualTo(first.getKey());
        assertThat(questions).isEqualTo(2);
    }

    @Test
    void withoutAnyKeysItIsAwayUntilTheyAreThere() throws JoseException {
        isAway = true;
        assertThatThrownBy(() -> find(first)).isInstanceOf(ProviderKeys.Away.class);
        isAway = false;
        assertThatThrownBy(() -> find(first)).isInstanceOf(ProviderKeys.Away.class);
        assertThat(questions).isEqualTo(1);

        clock.move(Duration.ofSeconds(3));
        assertThat(find(first)).isEqualTo(first.getKey());
    }

    private Supplier<CompletableFuture<List<JsonWebKey>>> source() {
        return () -> {
            questions++;
            return isAway
                    ? CompletableFuture.failedFuture(new IOException("away"))
                    : CompletableFuture.completedFuture(published);
        };
    }

    private Key find(RsaJsonWebKey wanted) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload("{}");
        token.setKey(wanted.getPrivateKey());
        token.setKeyIdHeaderValue(wanted.getKeyId());
        token.setAlgorithmHeaderValue("RS256");
        JsonWebSignature received = new JsonWebSignature();
        received.setCompactSerialization(token.getCompactSerialization());
        return keys.resolveKey(received, List.of());
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId(id);
        return key;
    }
}
