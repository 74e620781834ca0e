package org.fanfare.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;

/** Answers the CORS protocol for the origins that were configured; for all others there is no such protocol here. */
final class CrossOrigin {

    private static final Pattern HEADER_NAMES = Pattern.compile("[a-zA-Z0-9_, -]{1,1000}");
    private static final String TEN_MINUTES = "600";

    private final Origins origins;
    private final boolean credentials;

    CrossOrigin(GuardSettings settings) {
        this.origins = settings.origins();
        this.credentials = settings.credentials();
    }

    /** Grants what may be granted; true if that is all that was asked for, and the answer is complete. */
    boolean answer(HttpServletRequest request, HttpServletResponse response) {
        if (!origins.areGranted()) {
            return false;
        }
        response.addHeader("Vary", "Origin");
        String origin = request.getHeader("Origin");
        if (!origins.grant(origin)) {
            return false;
        }
        response.setHeader("Access-Control-Allow-Origin", origin);
        if (credentials) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
        if (isPreflight(request)) {
            answerPreflight(request, response);
            return true;
        }
        response.setHeader("Access-Control-Expose-Headers", "Allow, ETag, Link, Location, Retry-After");
        return false;
    }

    /** The handshake of CloudEvents is OPTIONS too, but asks with headers of its own. */
    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
        String names = request.getHeader("Access-Control-Request-Headers");
        if (names != null && HEADER_NAMES.matcher(names).matches()) {
            response.setHeader("Access-Control-Allow-Headers", names);
        }
        response.setHeader("Access-Control-Max-Age", TEN_MINUTES);
    }
}
