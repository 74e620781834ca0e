package org.fanfare.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.fanfare.delivery.Owed;

/** How far one look at past events has come, and which of them are to be delivered. Grows; for one thread. */
final class Missing {

    private static final Duration UNTIL_POLICY_IS_ASKED_AGAIN = Duration.ofSeconds(5);

    private final Map<UUID, Owed> wanted = new LinkedHashMap<>();
    private UUID last;
    private int scanned;
    private int delivered;
    private String silence;
    private boolean complete;

    /** Was looked at, and is done with. */
    void at(UUID event) {
        last = event;
        scanned++;
    }

    /** Is to be delivered. */
    void want(UUID event, Owed owed) {
        wanted.put(event, owed);
    }

    /** Matches, and was delivered. */
    void skip() {
        delivered++;
    }

    /** The policy does not say what is to become of the next: so it is not gone past. */
    void stop(String policySilence) {
        silence = policySilence;
    }

    /** There is nothing left to look at. */
    void complete() {
        complete = true;
    }

    boolean isStopped() {
        return silence != null;
    }

    /** What is to be delivered, by event, the oldest first. */
    Map<UUID, Owed> wanted() {
        return wanted;
    }

    Advance advance(int opened) {
        return new Advance(
                last,
                scanned,
                opened,
                delivered,
                complete,
                silence == null ? null : UNTIL_POLICY_IS_ASKED_AGAIN,
                silence);
    }
}
