package org.fanfare.delivery;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.fanfare.dialect.Auth;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.outcome.RetryOptions;

/**
 * Where and how the deliveries of a subscription go.
 *
 * @param targetUrl where to; checked when it was saved, and again at each attempt
 * @param dialect what they look like
 * @param auth how Fanfare shows the target who it is
 * @param extensions what the owner wants added to each event
 * @param method of the requests
 * @param headers what the owner wants added to each request
 * @param permission what the owner needs to have to see the events; null for none in particular
 * @param retry how the deliveries are repeated
 */
public record Recipient(
        URI targetUrl,
        Dialect dialect,
        Auth auth,
        JsonObject extensions,
        String method,
        Map<String, String> headers,
        String permission,
        RetryOptions retry) {

    /** The request that delivers the event. */
    public OutgoingRequest request(String deliveryId, OutgoingEvent event) {
        Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        added.putAll(headers);
        auth.authorization().ifPresent(value -> added.put("Authorization", value));
        return dialect.request(deliveryId, event, extensions).with(method, added);
    }

    /** The same with other extensions. */
    Recipient with(JsonObject otherExtensions) {
        return new Recipient(targetUrl, dialect, auth, otherExtensions, method, headers, permission, retry);
    }
}
