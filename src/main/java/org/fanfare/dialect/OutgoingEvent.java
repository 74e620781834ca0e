package org.fanfare.dialect;

import jakarta.json.JsonObject;

/** What a dialect needs to know of an event to put it on the wire; the event itself lives further up. */
public interface OutgoingEvent {

    SpecVersion specVersion();

    /** All context attributes, extensions included, in their order. */
    JsonObject attributes();

    /** The event as one JSON object: what came byte for byte, where it came so. */
    byte[] structured();
}
