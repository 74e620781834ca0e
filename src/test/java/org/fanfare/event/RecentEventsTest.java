package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.wire.TimeOrderedId;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final RecentEvents recent = new RecentEvents();

    @Test
    void whatCameBeforeIsForgottenAndTheRestIsNot() {
        UUID before = add(NOON.minusMillis(1), 10);
        UUID then = add(NOON, 10);
        UUID outOfOrder = add(NOON.minusSeconds(1), 10);

        recent.forgetBefore(TimeOrderedId.lowest(NOON));

        assertThat(recent.find(before)).isEmpty();
        assertThat(recent.find(outOfOrder)).isEmpty();
        assertThat(recent.find(then)).isPresent();
    }

    @Test
    void theOldestMakeRoomForNewOnes() {
        Deque<UUID> ids = fill(17);

        assertThat(recent.find(ids.getFirst())).isEmpty();
        assertThat(recent.find(ids.getLast())).isPresent();
    }

    @Test
    void whatIsForgottenTakesNoRoom() {
        fill(15);
        recent.forgetBefore(TimeOrderedId.lowest(NOON.plusSeconds(60)));

        UUID first = add(NOON.plusSeconds(61), 1 << 20);
        fill(14);

        assertThat(recent.find(first)).isPresent();
    }

    /** So many events of a megabyte. */
    private Deque<UUID> fill(int count) {
        Deque<UUID> ids = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            ids.add(add(NOON.plusMillis(i), 1 << 20));
        }
        return ids;
    }

    private UUID add(Instant at, int size) {
        String data = "\"data\":\"" + "x".repeat(size) + "\"";
        CloudEvent cloudEvent = Messages.only(Messages.read(Messages.STRUCTURED, Messages.event(data)));
        Event event = Event.posted(TimeOrderedId.at(at), cloudEvent, Owner.named("somebody"), at);
        recent.add(event);
        return event.id();
    }
}
