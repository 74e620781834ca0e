package org.fanfare.handshake;

import org.fanfare.wire.WireTime;

/**
 * How far a target and Fanfare have come.
 *
 * @param origin who asked
 * @param grantedRate deliveries a minute; left out where there is no limit or no grant
 * @param decidedAt when the target answered or agreed
 * @param dueAt when it is asked, or asked again
 */
public record HandshakeView(
        String state,
        String reason,
        String origin,
        Integer requestedRate,
        Integer grantedRate,
        String decidedAt,
        String dueAt) {

    static HandshakeView of(Handshake handshake) {
        return new HandshakeView(
                handshake.state().wireName(),
                handshake.reason(),
                handshake.origin(),
                handshake.requestedRate(),
                handshake.grantedRate(),
                handshake.decidedAt().map(WireTime::write).orElse(null),
                handshake.dueAt().map(WireTime::write).orElse(null));
    }
}
