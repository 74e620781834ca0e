package org.fanfare.delivery;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fanfare.batch.BatchOptions;
import org.fanfare.caller.Owner;
import org.fanfare.dialect.Auth;
import org.fanfare.dialect.BatchDialect;
import org.fanfare.dialect.Dialect;
import org.fanfare.dialect.OutgoingEvent;
import org.fanfare.dialect.OutgoingRequest;
import org.fanfare.outcome.RetryOptions;
import org.fanfare.sending.Access;
import org.fanfare.signing.KeyRing;
import org.fanfare.traffic.TrafficOptions;

/**
 * Where and how the deliveries of a subscription go.
 *
 * @param owner whose subscription it is
 * @param targetUrl where to; checked when it was saved, and again at each attempt
 * @param dialect what they look like
 * @param auth how Fanfare shows the target who it is, in each request
 * @param access how it is let in beyond that
 * @param extensions what the owner wants added to each event
 * @param method of the requests
 * @param headers what the owner wants added to each request
 * @param signing the keys that they are signed with; none where they are not signed
 * @param permission what the owner needs to have to see the events; null for none in particular
 * @param retry how the deliveries are repeated
 * @param traffic how much goes there at once
 * @param batch how many events go together, if the dialect allows for several
 * @param consent whether the target has agreed to be sent events
 * @param history of how many the attempts are kept in full
 * @param held why nothing goes out now, because the subscription is disabled; null if it does
 */
public record Recipient(
        Owner owner,
        URI targetUrl,
        Dialect dialect,
        Auth auth,
        Access access,
        JsonObject extensions,
        String method,
        Map<String, String> headers,
        KeyRing signing,
        String permission,
        RetryOptions retry,
        TrafficOptions traffic,
        BatchOptions batch,
        Consent consent,
        AttemptHistory history,
        String held) {

    /**
     * The request that delivers the event.
     *
     * @param at when this attempt is made
     */
    public OutgoingRequest request(String deliveryId, OutgoingEvent event, Instant at) {
        return completed(dialect.request(deliveryId, event, extensions), deliveryId, at);
    }

    /** Whether several events may go in one request. */
    boolean isBatched() {
        return dialect instanceof BatchDialect;
    }

    /** The request that delivers several events; only where that may be. */
    OutgoingRequest request(String batchId, List<OutgoingEvent> events, Instant at) {
        OutgoingRequest request = ((BatchDialect) dialect).request(batchId, events, extensions);
        return completed(request, batchId, at);
    }

    private OutgoingRequest completed(OutgoingRequest request, String id, Instant at) {
        Map<String, String> added = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        added.putAll(headers);
        consent.origin().ifPresent(name -> added.put("WebHook-Request-Origin", name));
        auth.authorization().ifPresent(value -> added.put("Authorization", value));
        added.putAll(signing.headers(id, at, request.body()));
        return request.with(method, added);
    }

    /** The same with other extensions. */
    Recipient with(JsonObject otherExtensions) {
        return new Recipient(
                owner,
                targetUrl,
                dialect,
                auth,
                access,
                otherExtensions,
                method,
                headers,
                signing,
                permission,
                retry,
                traffic,
                batch,
                consent,
                history,
                held);
    }
}
