package org.fanfare.sending;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.fanfare.destination.Destinations;
import org.fanfare.destination.ForbiddenAddressException;
import org.fanfare.destination.Verdict;
import org.fanfare.destination.Verdict.Forbidden;
import org.fanfare.destination.Verdict.Ground;
import org.fanfare.sending.AccessTokens.Grant;
import org.fanfare.sending.Exchange.Answered;
import org.fanfare.sending.Exchange.Kind;
import org.fanfare.sending.Exchange.Unanswered;

/**
 * Sends requests to targets; the only class that opens connections to them. One request is one exchange: no redirect is
 * followed, no cookie is kept, and no target holds the caller longer than the total timeout. Two things only are done again
 * within it: a request whose kept-alive connection had ended before a byte of the answer came, and one whose access token
 * was refused.
 *
 * <p>Thread-safe; one sender serves the whole application and is closed with it.
 */
public final class HttpSender implements AutoCloseable {

    private static final String POST = "POST";
    private static final int MOST_TOKEN_BYTES = 64 * 1024;

    private final SenderSettings settings;
    private final Destinations destinations;
    private final TargetConnections connections;
    private final Deadlines deadlines;
    private final AccessTokens tokens = new AccessTokens(this::fetchToken, System::nanoTime);

    private HttpSender(SenderSettings settings, Destinations destinations, TargetConnections connections) {
        this.settings = settings;
        this.destinations = destinations;
        this.connections = connections;
        this.deadlines = new Deadlines(connections::closeUnused);
    }

    /** A sender without proxy that trusts the platform's certificates and asks the platform's resolver. */
    public static HttpSender open(SenderSettings settings, Destinations destinations) {
        return open(settings, null, destinations);
    }

    /**
     * A sender that trusts the platform's certificates and asks the platform's resolver.
     *
     * @param proxy null for none
     */
    public static HttpSender open(SenderSettings settings, ProxySettings proxy, Destinations destinations) {
        return open(settings, proxy, destinations, SystemDefaultDnsResolver.INSTANCE, SecureSockets.ofThePlatform());
    }

    static HttpSender open(
            SenderSettings settings,
            ProxySettings proxy,
            Destinations destinations,
            DnsResolver lookup,
            SecureSockets tls) {
        return new HttpSender(
                settings, destinations, TargetConnections.open(settings, proxy, destinations, lookup, tls));
    }

    /** Sends a POST; see {@link #send(String, URI, Map, byte[], Access)}. */
    public Exchange send(URI target, Map<String, String> headers, byte[] body) {
        return send(POST, target, headers, body);
    }

    /** Sends a request that is let in by its headers alone; see {@link #send(String, URI, Map, byte[], Access)}. */
    public Exchange send(String method, URI target, Map<String, String> headers, byte[] body) {
        return send(method, target, headers, body, Access.NONE);
    }

    /**
     * Sends one request and waits for the answer, at most the total timeout. Every failure of the target or the way to
     * it is a result.
     *
     * @param headers the request's headers; {@code Host}, {@code Content-Length} and what else belongs to the
     *     connection are the sender's own and left out if given
     */
    public Exchange send(String method, URI target, Map<String, String> headers, byte[] body, Access access) {
        TimeLimit limit = new TimeLimit(settings.totalTimeout());
        Connector connector = new Connector(access.identity());
        Call call = new Call(method, target, headers, body, connector, settings.maxResponseBytes());
        return access.client() == null ? send(call, limit) : sendWithToken(call, access.client(), limit);
    }

    private Exchange sendWithToken(Call call, OAuthClient client, TimeLimit limit) {
        Grant grant = tokens.get(client, null, limit);
        if (!grant.isGiven()) {
            return grant.failure();
        }
        Exchange exchange = send(call.authorized(grant.token()), limit);
        if (!(exchange instanceof Answered answered) || answered.status() != 401) {
            return exchange;
        }
        Grant another = tokens.get(client, grant.token(), limit);
        return another.isGiven() ? send(call.authorized(another.token()), limit) : exchange;
    }

    private Exchange fetchToken(OAuthClient client, TimeLimit limit) {
        Connector nobody = new Connector(null);
        return send(
                new Call(POST, client.endpoint(), client.headers(), client.body(), nobody, MOST_TOKEN_BYTES), limit);
    }

    /** What speaks against a host, once its addresses are known. Asks a name server, and connects to nothing. */
    Optional<String> objectionToHost(String host) {
        try {
            connections.look(host);
            return Optional.empty();
        } catch (ForbiddenAddressException e) {
            return Optional.of(e.getMessage());
        } catch (UnknownHostException e) {
            return Optional.of("The host " + host + " cannot be found.");
        }
    }

    private Exchange send(Call call, TimeLimit limit) {
        Verdict verdict = destinations.check(call.target().toString());
        if (verdict instanceof Forbidden forbidden) {
            Kind kind = forbidden.ground() == Ground.ADDRESS ? Kind.FORBIDDEN_ADDRESS : Kind.INVALID_URL;
            return new Unanswered(kind, forbidden.reason(), limit.elapsed());
        }
        for (Map.Entry<String, String> header : call.headers().entrySet()) {
            if (!RequestHeaders.canBeSent(header)) {
                return new Unanswered(Kind.PROTOCOL, "A header of the request cannot be sent.", limit.elapsed());
            }
        }
        HttpUriRequestBase request = call.request(((Verdict.Allowed) verdict).target());
        try (Deadlines.Deadline deadline = deadlines.start(limit.left(), request)) {
            return new Running(call, request, deadline, limit).exchange();
        }
    }

    /** Cuts all connections; exchanges under way end as unanswered. */
    @Override
    public void close() {
        deadlines.close();
        connections.close(CloseMode.IMMEDIATE);
    }

    /** What is to be sent, and how much of the answer is read. */
    private record Call(
            String method,
            URI target,
            Map<String, String> headers,
            byte[] body,
            Connector connector,
            int maxResponseBytes) {

        Call authorized(String token) {
            Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            all.putAll(headers);
            all.put("Authorization", "Bearer " + token);
            return new Call(method, target, all, body, connector, maxResponseBytes);
        }

        HttpUriRequestBase request(URI judged) {
            HttpUriRequestBase request = new HttpUriRequestBase(method, judged);
            RequestHeaders.ofTheCaller(headers).forEach(request::addHeader);
            if (body.length > 0 || method.equals(POST)) {
                request.setEntity(new ByteArrayEntity(body, null)); // its type stands among the caller's headers
            }
            return request;
        }
    }

    /** One exchange under way. */
    private final class Running {

        private final Call call;
        private final HttpUriRequestBase request;
        private final Deadlines.Deadline deadline;
        private final TimeLimit limit;

        private Running(Call call, HttpUriRequestBase request, Deadlines.Deadline deadline, TimeLimit limit) {
            this.call = call;
            this.request = request;
            this.deadline = deadline;
            this.limit = limit;
        }

        /**
         * Sends it, and once more on a fresh connection where a kept one had ended. Whether the target had read it before
         * cannot be known (RFC 9112, 9.3.1); it tells a repetition by the delivery's id, as it does any other.
         */
        Exchange exchange() {
            HttpClientContext context = HttpClientContext.create();
            Exchange first = exchange(call.connector(), context, false);
            boolean isRepeatable = WatchedExecutor.foundBrokenConnection(context) && !deadline.isOver();
            return isRepeatable
                    ? exchange(new Connector.Fresh(call.connector()), HttpClientContext.create(), true)
                    : first;
        }

        private Exchange exchange(Object connector, HttpClientContext context, boolean isRepeated) {
            context.setUserToken(connector);
            ClassicHttpResponse response;
            try {
                response = connections.client().executeOpen(RoutingSupport.determineHost(request), request, context);
            } catch (IOException | HttpException e) {
                return deadline.isOver()
                        ? late(isRepeated)
                        : connections.meaning(e).after(limit.elapsed(), isRepeated);
            } catch (RuntimeException e) {
                // When the deadline strikes between two of its steps, the client finds its connection gone, and says so
                // by whatever exception comes of it (seen: IllegalStateException, NullPointerException).
                if (deadline.isOver()) {
                    return late(isRepeated);
                }
                throw e;
            }
            ResponseBody body = ResponseBody.read(response.getEntity(), call.maxResponseBytes());
            finish(response, body);
            return new Answered(
                    response.getCode(), headers(response), body.excerpt(), body.length(), limit.elapsed(), isRepeated);
        }

        private Unanswered late(boolean isRepeated) {
            return new Unanswered(
                    Kind.READ_TIMEOUT, "No answer came within the total time.", limit.elapsed(), isRepeated);
        }

        /** A connection whose answer was read to its end has gone back to the pool by now; any other is cut, not drained. */
        private void finish(ClassicHttpResponse response, ResponseBody body) {
            if (!body.isWhole()) {
                request.cancel();
            }
            try {
                response.close();
            } catch (IOException e) {
                // the answer is there; how its connection ends is no news
            }
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
}
