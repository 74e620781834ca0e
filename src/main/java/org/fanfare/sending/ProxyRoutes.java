package org.fanfare.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.Host;

/**
 * Ways to targets through the proxy. The target is judged before the proxy hears of it. For https the proxy is asked for a
 * tunnel to the very address that was judged, while TLS and Host keep the name; so what the name stands for to the proxy
 * does not matter. For plain http, and where the operator wants names to go to the proxy, it resolves the name once more,
 * and only the operator of the proxy can see to it that it comes to the same.
 */
final class ProxyRoutes implements HttpRoutePlanner {

    private final ProxySettings proxy;
    private final DnsResolver judging;
    private final DnsResolver plain;
    private final HttpRoutePlanner direct = new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE);

    /**
     * @param judging gives only addresses of targets that may be reached
     * @param plain for the address of the proxy
     */
    ProxyRoutes(ProxySettings proxy, DnsResolver judging, DnsResolver plain) {
        this.proxy = proxy;
        this.judging = judging;
        this.plain = plain;
    }

    @Override
    public HttpRoute determineRoute(HttpHost target, HttpContext context) throws HttpException {
        if (proxy.isBypassedFor(target.getHostName())) {
            return direct.determineRoute(target, context);
        }
        try {
            InetAddress judged = judging.resolve(target.getHostName())[0];
            return route(target, judged, via());
        } catch (UnknownHostException e) {
            throw new HttpException(e.getMessage(), e);
        }
    }

    private HttpHost via() throws ProxyFailure {
        try {
            return new HttpHost("http", plain.resolve(proxy.host())[0], proxy.host(), proxy.port());
        } catch (UnknownHostException e) {
            throw ProxyFailure.unreached();
        }
    }

    private HttpRoute route(HttpHost target, InetAddress judged, HttpHost via) {
        boolean isSecure = URIScheme.HTTPS.same(target.getSchemeName());
        int port = DefaultSchemePortResolver.INSTANCE.resolve(target);
        if (isSecure && !proxy.namesToProxy()) {
            HttpHost address = new HttpHost(target.getSchemeName(), judged.getHostAddress(), port);
            return new HttpRoute(address, new Host(target.getHostName(), port), null, via, true);
        }
        HttpHost name = new HttpHost(target.getSchemeName(), target.getHostName(), port);
        return new HttpRoute(name, null, via, isSecure);
    }
}
