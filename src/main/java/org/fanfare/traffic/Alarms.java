package org.fanfare.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** When a gate must look again at a host or at one lane of it. Guarded by the gate. */
final class Alarms<W> {

    private record Alarm<W>(Instant at, Host<W> host, Lane<W> lane) {}

    private final PriorityQueue<Alarm<W>> alarms =
            new PriorityQueue<>(Comparator.comparing((Alarm<W> alarm) -> alarm.at()));

    /** @param at null if it is not time that has to pass */
    void set(Host<W> host, Instant at) {
        if (at != null && (host.wakeAt == null || at.isBefore(host.wakeAt))) {
            host.wakeAt = at;
            alarms.add(new Alarm<>(at, host, null));
        }
    }

    /** @param at null if it is not time that has to pass */
    void set(Lane<W> lane, Instant at) {
        if (at != null && (lane.wakeAt == null || at.isBefore(lane.wakeAt))) {
            lane.wakeAt = at;
            alarms.add(new Alarm<>(at, lane.host(), lane));
        }
    }

    Optional<Instant> next() {
        return Optional.ofNullable(alarms.peek()).map(Alarm::at);
    }

    /** Takes out those whose time has come. */
    void due(Instant now, BiConsumer<Host<W>, Lane<W>> then) {
        if (alarms.isEmpty() || alarms.peek().at().isAfter(now)) {
            return;
        }
        List<Alarm<W>> due = new ArrayList<>();
        while (!alarms.isEmpty() && !alarms.peek().at().isAfter(now)) {
            Alarm<W> alarm = alarms.poll();
            if (alarm.lane() == null) {
                alarm.host().wakeAt = null;
            } else {
                alarm.lane().wakeAt = null;
            }
            due.add(alarm);
        }
        due.forEach(alarm -> then.accept(alarm.host(), alarm.lane()));
    }
}
