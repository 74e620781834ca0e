package org.fanfare.sending;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Sends a request over its connection, and notes when the connection was a kept one that had broken meanwhile. It also
 * speaks to the proxy: shows it who we are, and takes a refused tunnel for what it is, not for the target's answer.
 */
final class WatchedExecutor extends HttpRequestExecutor {

    private static final String TUNNELLED = "fanfare.tunnelled";
    private static final String BROKEN = "fanfare.broken";

    private final ProxySettings proxy;

    /** @param proxy null for none */
    WatchedExecutor(ProxySettings proxy) {
        this.proxy = proxy;
    }

    /** Whether the exchange failed because a kept-alive connection had ended: no byte of an answer came. */
    static boolean foundBrokenConnection(HttpContext context) {
        return context.getAttribute(BROKEN) != null;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        HttpClientContext client = HttpClientContext.cast(context);
        client.setUserToken(Connector.of(client.getUserToken())); // so that a fresh connection can be used again
        if (Method.CONNECT.isSame(request.getMethod())) {
            return tunnel(request, connection, callback, context);
        }
        if (client.getHttpRoute().getProxyHost() != null
                && !client.getHttpRoute().isTunnelled()) {
            authorize(request);
        }
        return send(request, connection, callback, context);
    }

    private ClassicHttpResponse tunnel(
            ClassicHttpRequest connect,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        context.setAttribute(TUNNELLED, true);
        authorize(connect);
        ClassicHttpResponse answer = super.execute(connect, connection, callback, context);
        if (answer.getCode() != HttpStatus.SC_OK) {
            throw ProxyFailure.answered(answer.getCode());
        }
        return answer;
    }

    private void authorize(ClassicHttpRequest request) {
        if (proxy != null) {
            proxy.authorization().ifPresent(value -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
        }
    }

    private ClassicHttpResponse send(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        EndpointDetails details = connection.getEndpointDetails();
        boolean isKept = details != null && details.getRequestCount() > 0 && context.getAttribute(TUNNELLED) == null;
        long received = isKept ? details.getReceivedBytesCount() : 0;
        try {
            return super.execute(request, connection, callback, context);
        } catch (IOException e) {
            boolean isTimeout = e instanceof InterruptedIOException;
            if (isKept && !isTimeout && details.getReceivedBytesCount() == received) {
                context.setAttribute(BROKEN, true);
            }
            throw e;
        }
    }
}
