package org.fanfare.delivery;

import java.util.UUID;
import org.fanfare.sending.HandshakeOptions;

/** Knows which targets have agreed to be sent events. */
public interface Consents {

    /** How the subscription's target stands to deliveries. Asks no target. */
    Consent of(UUID subscriptionId, HandshakeOptions options);
}
