package org.fanfare.sending;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.fanfare.destination.Destinations;
import org.fanfare.destination.Verdict;
import org.fanfare.destination.Verdict.Forbidden;
import org.fanfare.destination.Verdict.Ground;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;

/**
 * Sends requests to targets; the only class that opens connections to them. One request is one exchange: no redirect is
 * followed, nothing is repeated, no cookie is kept, and no target holds the caller longer than the total timeout.
 *
 * <p>Thread-safe; one sender serves the whole application and is closed with it.
 */
public final class HttpSender implements AutoCloseable {

    private final SenderSettings settings;
    private final Destinations destinations;
    private final TargetConnections connections;
    private final Deadlines deadlines;

    private HttpSender(SenderSettings settings, Destinations destinations, TargetConnections connections) {
        this.settings = settings;
        this.destinations = destinations;
        this.connections = connections;
        this.deadlines = new Deadlines(settings.totalTimeout(), connections::closeUnused);
    }

    /** A sender that trusts the platform's certificates and asks the platform's resolver. */
    public static HttpSender open(SenderSettings settings, Destinations destinations) {
        return open(settings, destinations, SystemDefaultDnsResolver.INSTANCE, SSLContexts.createDefault());
    }

    static HttpSender open(SenderSettings settings, Destinations destinations, DnsResolver lookup, SSLContext tls) {
        return new HttpSender(settings, destinations, TargetConnections.open(settings, destinations, lookup, tls));
    }

    /** Sends a POST; see {@link #send(String, URI, Map, byte[])}. */
    public Exchange send(URI target, Map<String, String> headers, byte[] body) {
        return send("POST", target, headers, body);
    }

    /**
     * Sends one request and waits for the answer, at most the total timeout. Every failure of the target or the way to
     * it is a result.
     *
     * @param headers the request's headers; {@code Host}, {@code Content-Length} and what else belongs to the
     *     connection are the sender's own and left out if given
     */
    public Exchange send(String method, URI target, Map<String, String> headers, byte[] body) {
        long start = System.nanoTime();
        Verdict verdict = destinations.check(target.toString());
        if (verdict instanceof Forbidden forbidden) {
            Kind kind = forbidden.ground() == Ground.ADDRESS ? Kind.FORBIDDEN_ADDRESS : Kind.INVALID_URL;
            return new Unanswered(kind, forbidden.reason(), since(start));
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!RequestHeaders.canBeSent(header)) {
                return new Unanswered(Kind.PROTOCOL, "A header of the request cannot be sent.", since(start));
            }
        }
        HttpUriRequestBase request = request(method, ((Verdict.Allowed) verdict).target(), headers, body);
        try (Deadlines.Deadline deadline = deadlines.start(request)) {
            return exchange(request, deadline, start);
        }
    }

    private static HttpUriRequestBase request(String method, URI target, Map<String, String> headers, byte[] body) {
        HttpUriRequestBase request = new HttpUriRequestBase(method, target);
        RequestHeaders.ofTheCaller(headers).forEach(request::addHeader);
        if (body.length > 0 || method.equals("POST")) {
            request.setEntity(new ByteArrayEntity(body, null)); // its type stands among the caller's headers
        }
        return request;
    }

    private Exchange exchange(HttpUriRequestBase request, Deadlines.Deadline deadline, long start) {
        ClassicHttpResponse response;
        try {
            response = connections
                    .client()
                    .executeOpen(RoutingSupport.determineHost(request), request, HttpClientContext.create());
        } catch (IOException | HttpException e) {
            return deadline.isOver() ? late(start) : Failure.of(e).after(since(start));
        } catch (RuntimeException e) {
            // When the deadline strikes between two of its steps, the client finds its connection gone, and says so by
            // whatever exception comes of it (seen: IllegalStateException, NullPointerException).
            if (deadline.isOver()) {
                return late(start);
            }
            throw e;
        }
        ResponseBody body = ResponseBody.read(response.getEntity(), settings.maxResponseBytes());
        finish(request, response, body);
        return new Answered(response.getCode(), headers(response), body.excerpt(), body.length(), since(start));
    }

    private static Unanswered late(long start) {
        return new Unanswered(Kind.READ_TIMEOUT, "No answer came within the total time.", since(start));
    }

    /** A connection whose answer was read to its end has gone back to the pool by now; any other is cut, not drained. */
    private static void finish(HttpUriRequestBase request, ClassicHttpResponse response, ResponseBody body) {
        if (!body.isWhole()) {
            request.cancel();
        }
        try {
            response.close();
        } catch (IOException e) {
            // the answer is there; how its connection ends is no news
        }
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            headers.merge(header.getName(), value, (first, next) -> first + ", " + next);
        }
        return headers;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Cuts all connections; exchanges under way end as unanswered. */
    @Override
    public void close() {
        deadlines.close();
        connections.close(CloseMode.IMMEDIATE);
    }
}
