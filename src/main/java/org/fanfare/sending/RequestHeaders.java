package org.fanfare.sending;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which headers of a request are the caller's, and which belong to the connection and the framing of the body. */
final class RequestHeaders {

    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "host",
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "http2-settings",
            "expect",
            "accept-encoding");

    private RequestHeaders() {}

    static Map<String, String> ofTheCaller(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> !isOfTheConnection(header.getKey().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static boolean isOfTheConnection(String lowerCaseName) {
        return OF_THE_CONNECTION.contains(lowerCaseName);
    }

    /** A name that is a token and a value of one line (RFC 9110, 5.1 and 5.5); else one header could smuggle another. */
    static boolean canBeSent(Map.Entry<String, String> header) {
        return header.getKey().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                && header.getValue().chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= 0xff && c != 0x7f));
    }
}
