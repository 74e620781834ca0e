package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.junit.jupiter.api.Test;

class NewTargetsTest {

    private final List<String> lookups = new ArrayList<>();

    @Test
    void hostThatIsNotKnownIsRefused() {
        assertThat(refusal(true, "https://nowhere.example.org/"))
                .contains("The host nowhere.example.org cannot be found.");
    }

    @Test
    void hostWithForbiddenAddressIsRefusedWithoutTellingIt() {
        assertThat(refusal(true, "https://inner.example.org/"))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("inner.example.org").doesNotContain("10.0.0.1"));
    }

    @Test
    void hostWithPublicAddressIsFine() {
        assertThat(refusal(true, "https://Hooks.Example.org:8443/")).isEmpty();
        assertThat(refusal(true, "https://8.8.8.8/")).isEmpty();
        assertThat(lookups).containsExactly("hooks.example.org");
    }

    @Test
    void nobodyIsAskedWhereThatIsNotWanted() {
        assertThat(refusal(false, "https://nowhere.example.org/")).isEmpty();
        assertThat(lookups).isEmpty();
    }

    @Test
    void refusalByTheTextComesFirst() {
        assertThat(refusal(true, "https://127.0.0.1/")).isNotEmpty();
        assertThat(refusal(true, "gopher://hooks.example.org/")).isNotEmpty();
        assertThat(lookups).isEmpty();
    }

    @Test
    void answerIsUsedAgainForAWhile() {
        DestinationSettings settings = settings(true);
        Destinations destinations = new Destinations(settings);
        try (HttpSender sender = sender(destinations)) {
            NewTargets targets = new NewTargets(settings, destinations, sender);
            targets.refusal("https://hooks.example.org/a");
            targets.refusal("https://hooks.example.org/b");
        }
        assertThat(lookups).hasSize(1);
    }

    private Optional<String> refusal(boolean isResolved, String url) {
        DestinationSettings settings = settings(isResolved);
        Destinations destinations = new Destinations(settings);
        try (HttpSender sender = sender(destinations)) {
            return new NewTargets(settings, destinations, sender).refusal(url);
        }
    }

    private static DestinationSettings settings(boolean isResolved) {
        return new DestinationSettings(List.of(), List.of(), false, isResolved, Duration.ofMinutes(10));
    }

    private HttpSender sender(Destinations destinations) {
        return HttpSender.open(
                SenderSettings.defaults(), null, destinations, new Names(), SecureSockets.ofThePlatform());
    }

    private final class Names implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            lookups.add(host);
            return switch (host) {
                case "hooks.example.org" -> new InetAddress[] {InetAddress.getByName("8.8.8.8")};
                case "inner.example.org" -> new InetAddress[] {InetAddress.getByName("10.0.0.1")};
                default -> throw new UnknownHostException(host);
            };
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
