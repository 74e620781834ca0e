package org.fanfare.dialect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The request of one delivery, all but where it goes. Immutable; does not print values, for some are secrets. */
public record OutgoingRequest(String method, Map<String, String> headers, byte[] body) {

    public OutgoingRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "OutgoingRequest[%s, %s, %d bytes]".formatted(method, headers.keySet(), body.length);
    }
}
