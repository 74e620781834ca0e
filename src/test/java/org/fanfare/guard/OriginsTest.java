package org.fanfare.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    private static final Origins ORIGINS = new Origins(Set.of("https://app.example.com"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Sec-Fetch-Site, Origin, Host, may change
                "-,           -,                            fanfare.example.com,      true",
                "-,           https://app.example.com,      fanfare.example.com,      true",
                "cross-site,  https://app.example.com,      fanfare.example.com,      true",
                "same-origin, https://fanfare.example.com,  fanfare.example.com,      true",
                "same-origin, https://fanfare.example.com,  inner:8080,               true",
                "none,        -,                            fanfare.example.com,      true",
                "-,           https://fanfare.example.com,  fanfare.example.com,      true",
                "-,           https://fanfare.example.com,  FANFARE.example.com:443,  true",
                "-,           http://127.0.0.1:8080,        127.0.0.1:8080,           true",
                "cross-site,  https://evil.example,         fanfare.example.com,      false",
                "cross-site,  -,                            fanfare.example.com,      false",
                "cross-site,  https://fanfare.example.com,  fanfare.example.com,      false",
                "same-site,   https://other.example.com,    fanfare.example.com,      false",
                "-,           https://evil.example,         fanfare.example.com,      false",
                "-,           https://app.example.com.evil, fanfare.example.com,      false",
                "-,           https://app.example.com:8443, fanfare.example.com,      false",
                "-,           http://app.example.com,       fanfare.example.com,      false",
                "-,           http://127.0.0.1:8081,        127.0.0.1:8080,           false",
                "-,           null,                         fanfare.example.com,      false",
                "-,           null,                         -,                        false",
                "-,           '',                           '',                       false",
            })
    void onlyOwnPagesAndGrantedOriginsChangeSomething(String site, String origin, String host, boolean may) {
        assertThat(ORIGINS.letChange(site, origin, host)).isEqualTo(may);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://app.example.com", "http://127.0.0.1:3000", "http://[::1]:3000"})
    void originsAreAsBrowsersSendThem(String origin) {
        assertThat(Origins.isOrigin(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "app.example.com",
                "https://*.example.com",
                "https://app.example.com/",
                "ftp://a",
                ""
            })
    void otherTextsAreNoOrigins(String text) {
        assertThat(Origins.isOrigin(text)).isFalse();
    }
}
