package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Proxy-Authorization",
                "Cookie",
                "Set-Cookie",
                "webhook-signature",
                "X-Api-Key",
                "X-Auth-Token",
                "X-Token",
                "X-Hub-Signature",
                "X-Hub-Signature-256",
                "X-Amz-Security-Token",
                "X-Client-Secret"
            })
    void secretHeaderKeepsItsNameOnly(String name) {
        assertThat(Redaction.ofHeaders(Map.of(name, "s3cret"))).containsExactly(Map.entry(name, "[redacted]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"webhook-id", "webhook-timestamp", "Content-Type", "ce-id", "Idempotency-Key", "X-Tokens-Left"})
    void otherHeaderStays(String name) {
        assertThat(Redaction.ofHeaders(Map.of(name, "value"))).containsExactly(Map.entry(name, "value"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@hooks.example.org/in, https://hooks.example.org/in",
        "https://user@hooks.example.org:1/in@x, https://hooks.example.org:1/in@x",
        "https://hooks.example.org/a@b, https://hooks.example.org/a@b",
        "https://hooks.example.org/?access_token=abc&b=c, https://hooks.example.org/?access_token=[redacted]&b=c",
        "https://hooks.example.org/?a=b&X-Amz-Signature=f0, https://hooks.example.org/?a=b&X-Amz-Signature=[redacted]"
    })
    void urlKeepsNoSecret(URI url, String redacted) {
        assertThat(Redaction.ofUrl(url)).isEqualTo(redacted);
    }

    @Test
    void locationIsRedactedLikeAUrl() {
        assertThat(Redaction.ofHeaders(Map.of("Location", "https://u:p@elsewhere.example/?token=a")))
                .containsEntry("Location", "https://elsewhere.example/?token=[redacted]");
    }
}
