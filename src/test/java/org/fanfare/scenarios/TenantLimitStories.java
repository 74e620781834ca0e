package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.Posted;
import org.fanfare.testing.Reply;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each tenant may have; on whatever database. */
abstract class TenantLimitStories extends TenantPipeline {

    private static final String FRUGAL = "frugal";

    @AfterEach
    void leaveTheFrugal() {
        anybody.as(user).of(FRUGAL).delete("/subscriptions");
    }

    @Test
    void ofSubscriptionsThereAreAsManyAsTheLimitsAllow() {
        FanfareClient one = anybody.as(user).of(FRUGAL);
        FanfareClient another = anybody.as(SharedFanfare.newUser()).of(FRUGAL);
        String first = subscribe(one, target);
        subscribe(one, target);

        Reply third = one.post("/eventmatch", Wish.unfulfilled().text());
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.member("detail")).startsWith("You have 2 subscriptions");

        String last = subscribe(another, target);
        Reply fourth = another.post("/eventmatch", Wish.unfulfilled().text());
        assertThat(fourth.status()).isEqualTo(409);
        assertThat(fourth.member("detail")).startsWith("Your tenant has 3 subscriptions");

        one.delete(first);
        assertThat(one.post("/eventmatch", Wish.unfulfilled().text()).status()).isEqualTo(200);
        another.delete(last);
    }

    @Test
    void aTenantThatSendsTooMuchIsToldWhenToComeAgain() {
        FanfareClient sender = anybody.as(user).of(FRUGAL);
        String batch = IntStream.range(0, 300)
                .mapToObj(i -> """
                        {"specversion": "1.0", "id": "%s", "source": "/%s", "type": "%s"}""".formatted(i, user, type))
                .collect(Collectors.joining(",", "[", "]"));
        Reply large = sender.call(
                "POST",
                "/receive",
                Map.of("Content-Type", "application/cloudevents-batch+json"),
                batch + " ".repeat(65_537 - batch.length()));
        assertThat(large.status()).isEqualTo(413);

        Reply accepted =
                sender.call("POST", "/receive", Map.of("Content-Type", "application/cloudevents-batch+json"), batch);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);

        Reply refused = sender.post("/receive", Posted.event(type));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.member("type")).isEqualTo("/problems/too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 300);
        assertThat(own.post("/receive", Posted.event(type)).status()).isEqualTo(200);
    }
}
