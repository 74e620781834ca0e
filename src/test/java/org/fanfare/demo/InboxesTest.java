package org.fanfare.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxesTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final Inboxes inboxes = new Inboxes();

    @Test
    void newestComesFirstAndInboxesAreApart() {
        inboxes.keep("", received("1"));
        inboxes.keep("", received("2"));
        inboxes.keep("/other", received("3"));

        assertThat(inboxes.in("")).extracting(InboxesTest::text).containsExactly("2", "1");
        assertThat(inboxes.in("/other")).extracting(InboxesTest::text).containsExactly("3");
        assertThat(inboxes.in("/never")).isEmpty();
    }

    @Test
    void fullInboxDropsTheOldest() {
        for (int i = 0; i <= Inboxes.MOST_KEPT; i++) {
            inboxes.keep("", received(Integer.toString(i)));
        }

        assertThat(inboxes.in("")).hasSize(Inboxes.MOST_KEPT);
        assertThat(text(inboxes.in("").get(0))).isEqualTo("100");
        assertThat(text(inboxes.in("").get(Inboxes.MOST_KEPT - 1))).isEqualTo("1");
    }

    @Test
    void oneInboxTooManyIsRefusedUntilOneIsEmptied() {
        for (int i = 0; i < Inboxes.MOST_INBOXES; i++) {
            assertThat(inboxes.keep("/" + i, received("x"))).isTrue();
        }

        assertThat(inboxes.keep("/more", received("x"))).isFalse();
        assertThat(inboxes.keep("/0", received("x"))).isTrue();
        inboxes.empty("/0");
        assertThat(inboxes.keep("/more", received("x"))).isTrue();
    }

    @Test
    void jsonIsShownAsJsonAndOtherBodiesAsText() {
        assertThat(received("{\"n\":1.50}").json().get("body")).hasToString("{\"n\":1.50}");
        assertThat(received("{half").json().getString("body")).isEqualTo("{half");
        assertThat(received("").json().getString("body")).isEmpty();
        assertThat(received("x").json().getString("receivedAt")).isEqualTo("2026-01-31T12:00:00");
    }

    @Test
    void secretsInHeadersAreNotKept() {
        Received received = new Received(NOON, Map.of("authorization", "Basic dTpw", "webhook-id", "7"), new byte[0]);

        assertThat(received.headers()).containsEntry("webhook-id", "7").containsEntry("authorization", "[redacted]");
        assertThat(received.toString()).doesNotContain("dTpw");
    }

    private static Received received(String body) {
        return new Received(NOON, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Received received) {
        return new String(received.body(), StandardCharsets.UTF_8);
    }
}
