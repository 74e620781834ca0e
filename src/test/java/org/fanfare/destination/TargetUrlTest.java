package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;

import org.fanfare.destination.Verdict.Allowed;
import org.fanfare.destination.Verdict.Forbidden;
import org.fanfare.destination.Verdict.Ground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {

    private static Verdict check(String url) {
        return new Destinations(DestinationSettings.defaults()).check(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.org/in, https://hooks.example.org/in",
        "HTTPS://Hooks.Example.ORG/In?a=B%20c, https://hooks.example.org/In?a=B%20c",
        "https://hooks.example.org./in, https://hooks.example.org/in",
        "http://hooks.example.org:8080, http://hooks.example.org:8080/",
        "http://hooks.example.org?x, http://hooks.example.org/?x",
        "http://hooks.example.org:/x, http://hooks.example.org/x",
        "https://bücher.example/x, https://xn--bcher-kva.example/x",
        "https://hooks。example。org/, https://hooks.example.org/",
        "https://8.8.8.8/, https://8.8.8.8/",
        "'https://[2606:4700:4700::1111]:8443/', 'https://[2606:4700:4700:0:0:0:0:1111]:8443/'",
        "https://hooks/in, https://hooks/in",
        "https://1.example/, https://1.example/"
    })
    void allowsAndGivesTheFormToConnectTo(String url, String target) {
        assertThat(check(url))
                .isInstanceOfSatisfying(
                        Allowed.class, allowed -> assertThat(allowed.target()).hasToString(target));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "  ",
                "not a url",
                "hooks.example.org/in",
                "mailto:a@example.org",
                "https:hooks.example.org",
                "https:///in",
                "https://:443/",
                "https://user@hooks.example.org/",
                "https://user:secret@hooks.example.org/",
                "https://@hooks.example.org/",
                "https://hooks.example.org/#part",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org:-1/",
                "https://hooks.example.org:80:80/",
                "https://hooks.example.org:x/",
                "https://hooks.example.org/\r\nX-Evil: 1",
                "https://hooks.example.org\t/",
                "https://%31%32%37.0.0.1/",
                "https://ex%61mple.org/",
                "https://hooks..example.org/",
                "https://-hooks.example.org/",
                "https://under_score.example.org/",
                "https://1.2.3.4.5/",
                "https://256.1.1.1/",
                "https://1.2.3.09/",
                "https://99999999999999999999/",
                "https://[::g]/",
                "https://[1.2.3.4]/",
                "https://[2606:4700::1%25eth0]/",
                "https://[2606:4700::1]x/",
                "https://0x08.8.8.8/",
                "https://010.8.8.8/",
                "https://134744072/",
                "https://8.8.2056/"
            })
    void refusesTheTextWithASentence(String url) {
        assertThat(check(url)).isInstanceOfSatisfying(Forbidden.class, forbidden -> {
            assertThat(forbidden.ground()).isEqualTo(Ground.URL);
            assertThat(forbidden.reason()).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://api.localhost:8080/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0/",
                "http://１２７．０．０．１/",
                "http://[::127.0.0.1]/",
                "http://[2001:0:808:808:0:0:80ff:fffe]/",
                "http://168.63.129.16/"
            })
    void refusesTheAddress(String url) {
        assertThat(check(url))
                .isInstanceOfSatisfying(
                        Forbidden.class,
                        forbidden -> assertThat(forbidden.ground()).isEqualTo(Ground.ADDRESS));
    }

    @Test
    void lengthIsBounded() {
        String start = "https://hooks.example.org/";
        String longest = start + "a".repeat(TargetUrl.MAX_LENGTH - start.length());

        assertThat(check(longest).isAllowed()).isTrue();
        assertThat(check(longest + "a").refusal())
                .contains("The target URL is longer than " + TargetUrl.MAX_LENGTH + " characters.");
    }

    @Test
    void httpsOnlyRefusesHttp() {
        Destinations destinations = new Destinations(DestinationSettings.parse("", "", "true"));

        assertThat(destinations.check("http://hooks.example.org/").refusal())
                .contains("The target URL must begin with https://.");
        assertThat(destinations.check("https://hooks.example.org/").isAllowed()).isTrue();
    }

    @Test
    void quickStartReachesTheOwnMachine() {
        Destinations destinations = new Destinations(DestinationSettings.parse("127.0.0.0/8,::1", null, null));

        assertThat(destinations.check("http://localhost:8080/in").isAllowed()).isTrue();
        assertThat(destinations.check("http://127.0.0.1:8080/in").isAllowed()).isTrue();
        assertThat(destinations.check("http://[::1]:8080/in").isAllowed()).isTrue();
        assertThat(destinations.check("http://127.1:8080/in").isAllowed()).isFalse();
        assertThat(destinations.check("http://10.0.0.1/in").isAllowed()).isFalse();
    }
}
