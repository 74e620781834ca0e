package org.fanfare.sending;

import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.fanfare.destination.Destinations;

/** The pool of connections to targets and the client over it, with everything switched off that acts by itself. */
final class TargetConnections {

    /** A target may change its addresses: no connection outlives this, so that a new one asks the resolver again. */
    private static final TimeValue LIFETIME = TimeValue.ofMinutes(5);

    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(60);

    /** Many servers close after some seconds of silence; a look before reuse avoids most writes into a closed one. */
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofMilliseconds(500);

    /** Without them a response head may fill the memory. */
    private static final Http1Config HEAD_LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(200)
            .build();

    private final CloseableHttpClient client;
    private final PoolingHttpClientConnectionManager pool;
    private final TimedLookup lookup;
    private final DnsResolver checked;
    private final ProxySettings proxy;

    private TargetConnections(
            CloseableHttpClient client,
            PoolingHttpClientConnectionManager pool,
            TimedLookup lookup,
            DnsResolver checked,
            ProxySettings proxy) {
        this.client = client;
        this.pool = pool;
        this.lookup = lookup;
        this.checked = checked;
        this.proxy = proxy;
    }

    /** @param proxy null for none */
    static TargetConnections open(
            SenderSettings settings,
            ProxySettings proxy,
            Destinations destinations,
            DnsResolver resolver,
            SecureSockets tls) {
        TimedLookup lookup = new TimedLookup(resolver, settings.connectTimeout(), settings.maxConnections());
        DnsResolver checked = destinations.resolver(lookup);
        PoolingHttpClientConnectionManager pool = pool(settings, checked, tls);
        HttpRoutePlanner routes = proxy == null
                ? new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE) // no proxy from outside
                : new ProxyRoutes(proxy, checked, lookup);
        CloseableHttpClient client = client(settings, pool)
                .setRoutePlanner(routes)
                .setRequestExecutor(new WatchedExecutor(proxy))
                .build();
        return new TargetConnections(client, pool, lookup, checked, proxy);
    }

    private static PoolingHttpClientConnectionManager pool(
            SenderSettings settings, DnsResolver checked, SecureSockets tls) {
        Timeout connect = timeout(settings.connectTimeout());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked)
                .setTlsSocketStrategy(tls)
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(timeout(settings.responseTimeout()))
                        .setTimeToLive(LIFETIME)
                        .setValidateAfterInactivity(TRUSTED_IDLE)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(HEAD_LIMITS)
                        .responseParserFactory(WholeHeadParser::new)
                        .build())
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxPerRoute())
                .build();
    }

    private static HttpClientBuilder client(SenderSettings settings, PoolingHttpClientConnectionManager pool) {
        return HttpClientBuilder.create()
                .setConnectionManager(pool)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(settings.connectTimeout()))
                        .setResponseTimeout(timeout(settings.responseTimeout()))
                        .setConnectionKeepAlive(LONGEST_IDLE)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState() // whose a connection is, each exchange says itself
                .setUserAgent("Fanfare");
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    CloseableHttpClient client() {
        return client;
    }

    /** What a failure means; one to connect that is about the proxy is not the target's. */
    Failure meaning(Exception failure) {
        NamedEndpoint end = null;
        if (failure instanceof HttpHostConnectException refused) {
            end = refused.getHost();
        } else if (failure instanceof ConnectTimeoutException late) {
            end = late.getHost();
        }
        boolean isOfProxy =
                proxy != null && end != null && end.getHostName().equals(proxy.host()) && end.getPort() == proxy.port();
        return Failure.of(isOfProxy ? ProxyFailure.unreached() : failure);
    }

    /** Asks for the addresses of a target's host, and judges them; makes no connection. */
    void look(String host) throws UnknownHostException {
        checked.resolve(host);
    }

    void closeUnused() {
        pool.closeExpired();
        pool.closeIdle(LONGEST_IDLE);
    }

    void close(CloseMode mode) {
        client.close(mode);
        pool.close(mode);
        lookup.close();
    }
}
