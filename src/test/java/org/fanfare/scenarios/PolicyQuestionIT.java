package org.fanfare.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fanfare.testing.FanfareClient;
import org.fanfare.testing.ReceivedRequest;
import org.fanfare.testing.SharedFanfare;
import org.fanfare.testing.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the policy is asked: no name of a user leads to another place than his own. */
@ExtendWith(SharedFanfare.class)
class PolicyQuestionIT extends Pipeline {

    @ParameterizedTest
    @CsvSource({
        "plain, plain",
        "a b, a%20b",
        "a/b, a%2Fb",
        "../b, ..%2Fb",
        "a?b#c, a%3Fb%23c",
        "a%2Fb, a%252Fb",
        "a;b=c, a%3Bb=c",
        "a{b}, a%7Bb%7D",
    })
    void aNameIsOneSegmentOfThePath(String name, String segment) {
        String suffix = UUID.randomUUID().toString();
        FanfareClient named = owner.as(name + suffix);
        subscribe(named, Wish.ofType(type, target.url()));

        awaitDelivery(post(), "delivered");

        assertThat(policy.questionsAbout(name + suffix))
                .extracting(ReceivedRequest::path)
                .containsExactly("/events/" + segment + suffix);
    }

    @Test
    void expressionsAndPolicyFindEventTypeInEventsOfAnyVersion() {
        String path = subscribe();
        String event = """
                {"specversion": "1.0", "type": "%1$s", "source": "/%1$s", "id": "1", "data": {"z": 1.0, "a": "é"}}""".formatted(type);
        producer.call("POST", "/receive", Map.of("Content-Type", "application/cloudevents+json"), event);
        await().atMost(IN_TIME)
                .untilAsserted(() -> assertThat(target.requests()).hasSize(1));

        List<ReceivedRequest> questions = policy.questionsAbout(user);
        assertThat(questions).hasSize(1);
        JsonObject question = questions.get(0).json();
        assertThat(question.getString("eventType")).isEqualTo(type);
        assertThat(question.getJsonObject("data"))
                .isEqualTo(target.requests().get(0).json().getJsonObject("data"));
        assertThat(target.requests().get(0).text()).isEqualTo(event);
        assertThat(owner.get(path).status()).isEqualTo(200);
    }
}
