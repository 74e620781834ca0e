package org.fanfare.signing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fanfare.problem.Fault;
import org.fanfare.testing.JsonTexts;
import org.fanfare.wire.JsonMembers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningWishTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PAIR =
            "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg==";

    @Test
    void whatIsNotSaidStaysAndNullTakesSignaturesAway() {
        KeyRing ring = fulfilled("{}", KeyRing.EMPTY);

        assertThat(ring.schemes()).containsExactly(Scheme.V1);
        assertThat(read("{}").fulfil(ring, NOW, RANDOM)).isEqualTo(ring);
        assertThat(read("{\"signing\": null}").fulfil(ring, NOW, RANDOM)).isEqualTo(KeyRing.EMPTY);
    }

    @Test
    void aGivenSecretIsTakenAndTellsItsScheme() {
        assertThat(fulfilled("{\"secret\": \"%s\"}".formatted(SECRET), KeyRing.EMPTY)
                        .current(Scheme.V1)
                        .orElseThrow()
                        .secret())
                .isEqualTo(SECRET);
        assertThat(fulfilled("{\"secret\": \"%s\"}".formatted(PAIR), KeyRing.EMPTY)
                        .schemes())
                .containsExactly(Scheme.V1A);
    }

    @Test
    void anAnswerThatIsSentBackChangesNothing() {
        KeyRing ring = fulfilled(
                "{\"schemes\": [\"v1a\", \"v1\"], \"secret\": \"%s\", \"overlap\": \"PT1H\"}".formatted(SECRET),
                KeyRing.EMPTY);
        JsonObject view = ring.view(null);

        assertThat(fulfilled(view.toString(), ring)).isEqualTo(ring);
        assertThat(fulfilled("{\"schemes\": [\"v1\", \"v1a\"], \"secret\": \"********\"}", ring))
                .isEqualTo(ring);
    }

    @Test
    void anotherSecretReplacesTheOneBeforeWithTheOverlapOfTheRing() {
        KeyRing ring = fulfilled("{\"overlap\": \"PT1H\"}", KeyRing.EMPTY);

        KeyRing changed = fulfilled("{\"secret\": \"%s\"}".formatted(SECRET), ring);

        assertThat(changed.keys()).hasSize(2);
        assertThat(changed.keys().get(1).until()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aSchemeThatIsNotNamedIsGone() {
        KeyRing both = fulfilled("{\"schemes\": [\"v1\", \"v1a\"]}", KeyRing.EMPTY);

        assertThat(fulfilled("{\"schemes\": [\"v1a\"]}", both).keys())
                .hasSize(1)
                .allMatch(held -> held.key().scheme() == Scheme.V1A);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"signing": "v1"}                              | /signing
                    {"signing": {"scheme": "v1"}}                  | /signing/scheme
                    {"signing": {"schemes": []}}                   | /signing/schemes
                    {"signing": {"schemes": ["v1", "v2"]}}         | /signing/schemes/1
                    {"signing": {"secret": ""}}                    | /signing/secret
                    {"signing": {"secret": "whsec_AAAA"}}          | /signing/secret
                    {"signing": {"schemes": ["v1a"], "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}} | /signing/secret
                    {"signing": {"overlap": "PT-1S"}}              | /signing/overlap
                    {"signing": {"overlap": "P31D"}}               | /signing/overlap
                    {"signing": {"overlap": "1 day"}}              | /signing/overlap
                    """)
    void faultsPointToWhatIsWrong(String config, String pointer) {
        JsonMembers members = new JsonMembers(JsonTexts.object(config));

        SigningWish.read(members);

        assertThat(members.faults()).extracting(Fault::pointer).isEqualTo(List.of(pointer));
    }

    private static KeyRing fulfilled(String signing, KeyRing ring) {
        return read("{\"signing\": " + signing + "}").fulfil(ring, NOW, RANDOM);
    }

    private static SigningWish read(String config) {
        JsonMembers members = new JsonMembers(JsonTexts.object(config));
        SigningWish wish = SigningWish.read(members);
        assertThat(members.faults()).isEmpty();
        return wish;
    }
}
