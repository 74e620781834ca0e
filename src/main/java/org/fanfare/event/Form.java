package org.fanfare.event;

/** How a message carried its events. */
public enum Form {
    /** Attributes in {@code ce-} headers, the data as body. */
    BINARY,
    /** One event as {@code application/cloudevents+json}. */
    STRUCTURED,
    /** An array of events as {@code application/cloudevents-batch+json}. */
    BATCH,
    /** One event as a JSON object under any other media type: what Pacifica's producers send (pacifica.md, 3). */
    PLAIN_JSON
}
