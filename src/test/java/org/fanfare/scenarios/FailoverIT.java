package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fanfare.testing.ArtemisProcess;
import org.fanfare.testing.FakePolicy;
import org.fanfare.testing.FakeTarget;
import org.fanfare.testing.FanfareProcess;
import org.fanfare.testing.Posted;
import org.fanfare.testing.SeparateBroker;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pair of brokers as server-config/artemis describes it: when one is killed the other takes over. */
@SeparateBroker
class FailoverIT {

    private static final int EVENTS = 150;
    private static final int POSTERS = 4;
    private static final Duration IN_TIME = Duration.ofSeconds(90);

    private final String type = Posted.newType();
    private final FakeTarget target = new FakeTarget();
    private final FakePolicy policy = new FakePolicy();
    private List<ArtemisProcess> pair;
    private FanfareProcess fanfare;

    @BeforeEach
    void start() {
        pair = ArtemisProcess.startPair("pair");
        String url = "(%s,%s)?ha=true".formatted(pair.get(0).url(), pair.get(1).url());
        Map<String, String> settings = new HashMap<>(SharedFanfare.settings(policy));
        settings.putAll(ArtemisProcess.settings(url));
        // What the pair does not carry on, the timer would have to: not within the time that this test grants.
        settings.put("FANFARE_ROUTING_LEASE", "PT10M");
        settings.put("FANFARE_DELIVERY_LEASE", "PT10M");
        fanfare = FanfareProcess.start("failover", settings);
    }

    @AfterEach
    void stop() {
        fanfare.close();
        pair.forEach(ArtemisProcess::close);
        target.close();
        policy.close();
    }

    @Test
    @Timeout(300)
    void backupTakesOverFromAPrimaryThatIsKilled() throws InterruptedException {
        fanfare.client().post("/eventmatch", Wish.ofType(type, target.url()).text());
        Set<String> before = postAll();
        awaitDelivered(before);

        pair.get(0).kill9();

        await("the backup serves")
                .atMost(IN_TIME)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> fanfare.client().get("/health/ready").status() == 200);
        Set<String> after = postAll();
        awaitDelivered(after);
        assertThat(before).doesNotContainAnyElementsOf(after);
    }

    private Set<String> postAll() throws InterruptedException {
        Poster poster = new Poster(fanfare, type, EVENTS, POSTERS);
        poster.start();
        poster.awaitEnd(IN_TIME);
        assertThat(poster.accepted()).hasSize(EVENTS);
        return poster.accepted().keySet();
    }

    private void awaitDelivered(Set<String> events) {
        await("all are delivered")
                .atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests().stream()
                                .map(request -> request.json().getString("eventID"))
                                .collect(Collectors.toSet()))
                        .containsAll(events));
    }
}
