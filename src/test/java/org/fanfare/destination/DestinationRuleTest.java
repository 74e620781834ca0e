package org.fanfare.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What extensions have to say about targets. */
class DestinationRuleTest {

    private final List<URI> asked = new ArrayList<>();
    private final DestinationRule onlyExample = target -> {
        asked.add(target);
        return target.getHost().endsWith(".example.org") ? Optional.empty() : Optional.of("Only example.org, please.");
    };
    private final Destinations destinations =
            new Destinations(DestinationSettings.defaults(), List.of(target -> Optional.empty(), onlyExample));

    @Test
    void oneThatObjectsRefuses() {
        assertThat(destinations.check("https://hooks.example.org/").isAllowed()).isTrue();
        assertThat(destinations.check("https://hooks.example.com/").refusal()).contains("Only example.org, please.");
    }

    @Test
    void whatTheHouseForbidsIsNotAskedAbout() {
        Destinations lenient = new Destinations(DestinationSettings.defaults(), List.of(onlyExample));

        assertThat(lenient.check("http://127.0.0.1/").isAllowed()).isFalse();
        assertThat(lenient.check("ftp://hooks.example.org/").isAllowed()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void answerIsUsedAgain() {
        destinations.check("https://hooks.example.org/a");
        destinations.check("https://HOOKS.example.org./a");
        destinations.check("https://hooks.example.org/b");

        assertThat(asked)
                .containsExactly(URI.create("https://hooks.example.org/a"), URI.create("https://hooks.example.org/b"));
    }

    @Test
    void answersAreForgottenAfterAWhile() {
        AtomicLong nanos = new AtomicLong();
        Recent<String, Integer> recent = new Recent<>(Duration.ofSeconds(30), nanos::get);
        List<String> questions = new ArrayList<>();

        for (int second : new int[] {0, 29, 30, 59, 60}) {
            nanos.set(Duration.ofSeconds(second).toNanos());
            recent.get("a", key -> {
                questions.add(key);
                return 1;
            });
        }

        assertThat(questions).hasSize(3);
    }
}
