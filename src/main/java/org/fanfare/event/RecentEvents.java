package org.fanfare.event;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The events that were accepted last on this node, so that routing and delivering them need not read them again. Events
 * never change, so nothing here can be out of date; but they may have been purged. Thread-safe; the oldest are forgotten first.
 */
final class RecentEvents {

    private static final long MOST_BYTES = 16L << 20;

    /** What an event takes beside its body, about. */
    private static final int OVERHEAD_BYTES = 2048;

    private final Map<UUID, Event> events = new LinkedHashMap<>();
    private long bytes;

    synchronized void add(Event event) {
        events.put(event.id(), event);
        bytes += size(event);
        Iterator<Event> oldest = events.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    synchronized Optional<Event> find(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    /** Forgets the events with lower ids: those that came earlier. */
    synchronized void forgetBefore(UUID id) {
        events.values().removeIf(event -> {
            boolean earlier = event.id().compareTo(id) < 0;
            bytes -= earlier ? size(event) : 0;
            return earlier;
        });
    }

    synchronized void forget(Collection<UUID> ids) {
        for (UUID id : ids) {
            Event known = events.remove(id);
            bytes -= known == null ? 0 : size(known);
        }
    }

    private static long size(Event event) {
        return OVERHEAD_BYTES + event.bodyLength();
    }
}
