package org.fanfare.delivery;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.fanfare.dialect.Auth;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;

/**
 * Where and how the deliveries of a subscription go.
 *
 * @param targetUrl where to; checked when it was saved, and again at each attempt
 * @param dialect what they look like
 * @param auth how Fanfare shows the target who it is
 * @param extensions what the owner wants added to each event
 * @param method of the requests
 * @param headers what the owner wants added to each request
 */
public record Recipient(
        URI targetUrl, Dialect dialect, Auth auth, JsonObject extensions, String method, Map<String, String> headers) {

    /** The request that delivers the event. */
    public OutgoingRequest request(String deliveryId, OutgoingEvent event) {
        return dialect.request(deliveryId, event, extensions, auth).with(method, headers);
    }
}
