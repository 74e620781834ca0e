package org.fanfare.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.fanfare.caller.Owner;
import org.fanfare.wire.TimeOrderedId;
import org.junit.jupiter.api.Test;

class PendingEventsTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final PendingEvents pending = new PendingEvents();

    @Test
    void anEventIsKeptUntilEachDeliveryHasHadIt() {
        UUID id = add(10);
        assertThat(pending.find(id)).isPresent();

        pending.expect(id, 3);
        pending.used(List.of(id, id));
        assertThat(pending.find(id)).isPresent();

        pending.used(List.of(id));
        assertThat(pending.find(id)).isEmpty();
    }

    @Test
    void anEventThatConcernsNobodyIsForgottenAtOnce() {
        UUID id = add(10);

        pending.expect(id, 0);

        assertThat(pending.find(id)).isEmpty();
    }

    @Test
    void anEventOfWhichNobodySaidWhoWantsItIsKept() {
        UUID id = add(10);

        pending.used(List.of(id, id));

        assertThat(pending.find(id)).isPresent();
    }

    @Test
    void toSpeakOfUnknownEventsChangesNothing() {
        UUID stranger = TimeOrderedId.at(NOON);

        pending.expect(stranger, 1);
        pending.used(List.of(stranger));
        pending.forget(List.of(stranger));

        assertThat(pending.find(stranger)).isEmpty();
    }

    @Test
    void theOldestMakeRoomForNewOnes() {
        Deque<UUID> ids = fill(17);

        assertThat(pending.find(ids.getFirst())).isEmpty();
        assertThat(pending.find(ids.getLast())).isPresent();
    }

    @Test
    void whatIsForgottenTakesNoRoom() {
        Deque<UUID> ids = fill(15);
        pending.forget(List.of(ids.pollFirst()));
        pending.expect(ids.pollFirst(), 0);
        ids.forEach(id -> pending.expect(id, 1));
        pending.used(ids);

        UUID first = add(1 << 20);
        fill(14);

        assertThat(pending.find(first)).isPresent();
    }

    /** So many events of a megabyte. */
    private Deque<UUID> fill(int count) {
        Deque<UUID> ids = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            ids.add(add(1 << 20));
        }
        return ids;
    }

    private UUID add(int size) {
        String data = "\"data\":\"" + "x".repeat(size) + "\"";
        CloudEvent cloudEvent = Messages.only(Messages.read(Messages.STRUCTURED, Messages.event(data)));
        Event event = Event.posted(TimeOrderedId.at(NOON), cloudEvent, Owner.named("somebody"), NOON);
        pending.add(event);
        return event.id();
    }
}
