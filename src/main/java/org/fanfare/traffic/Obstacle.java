package org.fanfare.traffic;

import java.time.Instant;
import java.util.function.Supplier;

/**
 * Why a delivery cannot pass now.
 *
 * @param sentence the reason for the owner; made only where somebody will read it
 * @param until when to ask again; null if somebody has to leave first
 */
record Obstacle(Supplier<String> sentence, Instant until) {

    String reason() {
        return sentence.get();
    }

    boolean isOverBy(Instant time) {
        return until == null || !until.isAfter(time);
    }

    static Obstacle full(int inFlight, String where) {
        return new Obstacle(
                () -> inFlight == 1
                        ? "1 request to " + where + " is under way"
                        : inFlight + " requests to " + where + " are under way",
                null);
    }
}
