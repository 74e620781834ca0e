package org.fanfare.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What answers tell browsers not to do. Whoever answers may say otherwise of {@code Cache-Control}. */
final class SecurityHeaders {

    /** Everything from here, nothing from elsewhere; images in the style sheet of Swagger UI are data URLs. */
    private static final String POLICY_OF_PAGES = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** For answers that are data: whatever somebody has put into them is not run. */
    private static final String POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String PAGES = "/ui";

    private SecurityHeaders() {}

    static void put(HttpServletRequest request, HttpServletResponse response) {
        boolean isPage = PAGES.equals(request.getServletPath());
        response.setHeader("Content-Security-Policy", isPage ? POLICY_OF_PAGES : POLICY_OF_DATA);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
