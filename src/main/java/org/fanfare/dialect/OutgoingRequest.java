package org.fanfare.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The request of one delivery, all but where it goes. Immutable; does not print values, for some are secrets.
 *
 * @param body is not copied: whoever makes or reads a request must not change it
 */
public record OutgoingRequest(String method, Map<String, String> headers, byte[] body) {

    public OutgoingRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** The same by another method, and with these headers as well; of two of one name, that of the dialect stays. */
    public OutgoingRequest with(String otherMethod, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(more);
        all.putAll(headers);
        return new OutgoingRequest(otherMethod, all, body);
    }

    /** Of the body, in bytes. */
    public int length() {
        return body.length;
    }

    @Override
    public String toString() {
        return "OutgoingRequest[%s, %s, %d bytes]".formatted(method, headers.keySet(), body.length);
    }
}
