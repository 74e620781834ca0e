package org.fanfare.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.fanfare.destination.DestinationSettings;
import org.fanfare.destination.Destinations;
import org.junit.jupiter.api.Test;

/** The total timeout may strike between any two steps of an exchange. */
class DeadlineTest {

    private static final int MOMENTS = 400;
    private static final Duration STEP = Duration.ofNanos(5_000);

    @Test
    void atWhateverMomentItStrikesThereIsAResult() throws IOException {
        Destinations destinations = new Destinations(DestinationSettings.parse("127.0.0.0/8", "", ""));
        SecureSockets tls = SecureSockets.ofThePlatform();
        try (GoodTarget target = GoodTarget.answering(204)) {
            for (int moment = 1; moment <= MOMENTS; moment++) {
                try (HttpSender sender = HttpSender.open(
                        within(STEP.multipliedBy(moment)),
                        null,
                        destinations,
                        SystemDefaultDnsResolver.INSTANCE,
                        tls)) {
                    assertThat(sender.send(target.uri("/"), Map.of(), new byte[0]))
                            .isNotNull();
                }
            }
        }
    }

    private static SenderSettings within(Duration total) {
        Duration longer = Duration.ofSeconds(5);
        return new SenderSettings(longer, longer, total, 1, 1, 16);
    }
}
