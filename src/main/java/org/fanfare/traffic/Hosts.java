package org.fanfare.traffic;

import java.net.URI;
import java.util.Locale;

/** How target hosts are told apart. */
public final class Hosts {

    private Hosts() {}

    /** Scheme, host and port of a target URL, such as {@code https://example.org:443}. */
    public static String of(URI target) {
        String scheme = target.getScheme().toLowerCase(Locale.ROOT);
        int port = target.getPort() >= 0 ? target.getPort() : scheme.equals("https") ? 443 : 80;
        String host = target.getHost() == null ? target.getRawAuthority() : target.getHost();
        return scheme + "://" + String.valueOf(host).toLowerCase(Locale.ROOT) + ":" + port;
    }
}
