package org.fanfare.event;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The events that were accepted on this node and that its workers will want in a moment, to route them and to try each
 * delivery for the first time, so that they need not read them again. Events never change, so nothing here can be out of
 * date; but they may have been purged.
 *
 * <p>What is not wanted any more is forgotten at once: under load all events together would outlive some young collections,
 * and fill the old generation with what nobody asks for. What is wanted in vain, as another node took the work, makes room
 * for new ones in the end. Thread-safe.
 */
final class PendingEvents {

    private static final long MOST_BYTES = 16L << 20;

    /** What an event takes beside its body, about. */
    private static final int OVERHEAD_BYTES = 2048;

    private final Map<UUID, Pending> events = new LinkedHashMap<>();
    private long bytes;

    /** @param uses how many deliveries are still to have it; until it is routed, more than can be */
    private record Pending(Event event, int uses) {

        long size() {
            return OVERHEAD_BYTES + event.bodyLength();
        }
    }

    /** Keeps an event until it is known who wants it. */
    synchronized void add(Event event) {
        Pending added = new Pending(event, Integer.MAX_VALUE);
        events.put(event.id(), added);
        bytes += added.size();
        Iterator<Pending> oldest = events.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }

    synchronized Optional<Event> find(UUID id) {
        return Optional.ofNullable(events.get(id)).map(Pending::event);
    }

    /** The event will be {@link #used} so many times. */
    synchronized void expect(UUID id, int uses) {
        Pending known = events.get(id);
        if (known != null) {
            replace(id, new Pending(known.event(), uses));
        }
    }

    /** One who wanted the event has had it; to be said once for each. */
    synchronized void used(Collection<UUID> ids) {
        for (UUID id : ids) {
            Pending known = events.get(id);
            if (known != null) {
                replace(id, new Pending(known.event(), known.uses() - 1));
            }
        }
    }

    private void replace(UUID id, Pending now) {
        if (now.uses() > 0) {
            events.put(id, now);
        } else {
            events.remove(id);
            bytes -= now.size();
        }
    }

    synchronized void forget(Collection<UUID> ids) {
        ids.forEach(id -> expect(id, 0));
    }
}
