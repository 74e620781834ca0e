package org.fanfare.handshake;

import java.util.Locale;

/** How far a target and Fanfare have come. */
public enum HandshakeState {
    /** The target is to be asked. */
    PENDING,
    /** It was asked and has not agreed yet; it may do so by the callback. */
    ASKED,
    /** It has agreed. */
    GRANTED,
    /** It was asked and has not agreed. */
    REFUSED;

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
