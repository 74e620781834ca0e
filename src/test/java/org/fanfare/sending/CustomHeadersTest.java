package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomHeadersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Encoding",
                "AUTHORIZATION",
                "ce-id",
                "CE-Anything",
                "Connection",
                "Content-Encoding",
                "content-length",
                "Content-Type",
                "Expect",
                "Host",
                "HTTP2-Settings",
                "Keep-Alive",
                "Proxy-Authenticate",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Transfer-Encoding",
                "Upgrade",
                "User-Agent",
                "webhook-id",
                "WebHook-Request-Origin",
                "webhook-signature"
            })
    void whatFanfareOrTheConnectionSetsIsRefused(String name) {
        assertThat(CustomHeaders.refusal(name, "x")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Api-Key", "Accept", "Cookie", "traceparent", "x-ce-id", "Date-Of-Birth"})
    void othersMayBeAdded(String name) {
        assertThat(CustomHeaders.refusal(name, "x")).isEmpty();
    }

    @Test
    void whatCouldSmuggleAnotherHeaderIsRefused() {
        assertThat(CustomHeaders.refusal("X-A", "1\r\nX-B: 2")).isNotEmpty();
        assertThat(CustomHeaders.refusal("X-A: 1\r\nX-B", "2")).isNotEmpty();
        assertThat(CustomHeaders.refusal("X-A", "x".repeat(4097))).isNotEmpty();
        assertThat(CustomHeaders.refusal("X-A", null)).isNotEmpty();
    }
}
