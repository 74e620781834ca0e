package org.fanfare.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyPairTest {

    /** RFC 8037, appendices A.1 to A.3. */
    private static final String RFC_SEED = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    @Test
    void publicKeyAndItsNameAreThoseOfRfc8037() {
        KeyPair pair = pair(Base64.getUrlDecoder().decode(RFC_SEED));

        assertThat(pair.coordinate()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(pair.keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
        assertThat(KeyPair.webKey(pair.keyId(), pair.coordinate()).toString())
                .isEqualTo("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\","
                        + "\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\",\"use\":\"sig\",\"alg\":\"EdDSA\"}");
    }

    @Test
    void anotherPublicKeyThanTheSeedsIsRefused() {
        byte[] both = Arrays.copyOf(Base64.getUrlDecoder().decode(RFC_SEED), 64);
        StringBuilder why = new StringBuilder();

        assertThat(KeyPair.of(both, why::append)).isEmpty();
        assertThat(why.toString()).isEqualTo("The public key in this ed25519 secret does not belong to its seed.");
    }

    @Property(tries = 50)
    void theDerivedPublicKeyVerifiesWhatTheSeedSigns(
            @ForAll @Size(32) byte[] seed, @ForAll @Size(max = 100) byte[] content) throws GeneralSecurityException {
        KeyPair pair = pair(seed);
        byte[] key = Base64.getUrlDecoder().decode(pair.coordinate());

        assertThat(Receiver.isEd25519(key, content, pair.sign(content))).isTrue();
        assertThat(SigningKey.read(pair.secret(), why -> {})).contains(pair);
    }

    @Test
    void aKeptKeyIsTheSameInAllItSays() {
        KeyPair pair = pair(Base64.getUrlDecoder().decode(RFC_SEED));
        KeyPair kept = (KeyPair) SigningKey.kept(pair.secret());

        assertThat(kept).isEqualTo(pair);
        assertThat(kept.secret()).isEqualTo(pair.secret());
        assertThat(kept.coordinate()).isEqualTo(pair.coordinate());
        assertThat(kept.sign(new byte[] {1}, new byte[] {2, 3})).isEqualTo(pair.sign(new byte[] {1, 2, 3}));
    }

    @Test
    void generatedKeysAreDifferentAndSurviveTheirText() {
        SecureRandom random = new SecureRandom();
        for (Scheme scheme : Scheme.values()) {
            SigningKey key = scheme.generate(random);

            assertThat(key).isNotEqualTo(scheme.generate(random));
            assertThat(SigningKey.read(key.secret(), why -> {})).contains(key);
            assertThat(key.toString()).doesNotContain(key.secret());
        }
    }

    private static KeyPair pair(byte[] seed) {
        return (KeyPair) KeyPair.of(seed, why -> {
                    throw new AssertionError(why);
                })
                .orElseThrow();
    }
}
