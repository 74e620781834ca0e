package org.fanfare.guard;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which pages of other sites may use this server (the Fetch standard, CORS protocol), and how to tell that a request comes
 * from a page of another site.
 *
 * @param granted as browsers send them in {@code Origin}: scheme, host in small letters, port where it is not the usual one
 */
record Origins(Set<String> granted) {

    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\[\\]:_-]+");
    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)$");

    static boolean isOrigin(String text) {
        return ORIGIN.matcher(text).matches();
    }

    boolean areGranted() {
        return !granted.isEmpty();
    }

    boolean grant(String origin) {
        return origin != null && granted.contains(origin);
    }

    /**
     * Whether a request that changes something may be answered. A browser says from where it comes: in
     * {@code Sec-Fetch-Site}, or, if it is an old one, in {@code Origin}. What says neither is no browser, and has no cookies
     * of somebody else's.
     *
     * @param site {@code Sec-Fetch-Site}; null if there is none
     * @param origin {@code Origin}; null if there is none
     * @param host {@code Host}; null if there is none
     */
    boolean letChange(String site, String origin, String host) {
        if (grant(origin)) {
            return true;
        }
        if (site != null) {
            // "none" is what people type in and bookmark. "same-site" is a neighbour, who may be anybody's.
            return site.equals("same-origin") || site.equals("none");
        }
        return origin == null || isOwn(origin, host);
    }

    private static boolean isOwn(String origin, String host) {
        int authority = origin.indexOf("://");
        return authority > 0
                && host != null
                && withoutUsualPort(origin.substring(authority + 3)).equals(withoutUsualPort(host));
    }

    /** A proxy in front that ends TLS may name another port, or none. */
    private static String withoutUsualPort(String host) {
        return USUAL_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    }
}
