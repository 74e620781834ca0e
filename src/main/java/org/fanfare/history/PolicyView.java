package org.fanfare.history;

import org.fanfare.delivery.PolicyNote;
import org.fanfare.wire.WireTime;

/**
 * What the policy said.
 *
 * @param answer {@code allowed}, {@code refused} or {@code unavailable}
 * @param summary the same in a few words
 * @param status of the policy service's answer; left out where it gave none
 * @param askedAt when it was asked
 * @param elapsed how long that took, as an ISO-8601 duration
 */
public record PolicyView(String answer, String summary, Integer status, String askedAt, String elapsed) {

    static PolicyView of(PolicyNote note) {
        return new PolicyView(
                note.answer(),
                note.summary(),
                note.status().orElse(null),
                note.askedAt().map(WireTime::write).orElse(null),
                note.elapsed().map(Object::toString).orElse(null));
    }
}
