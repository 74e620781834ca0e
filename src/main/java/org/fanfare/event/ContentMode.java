package org.fanfare.event;

/** What the stored bytes of an event are (CloudEvents HTTP binding, section 3). */
public enum ContentMode {
    /** The whole event as a JSON object. */
    STRUCTURED,
    /** The data alone; the attributes came in headers. */
    BINARY
}
