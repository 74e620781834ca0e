package org.fanfare.policy;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/**
 * Keeps the user's name one segment of the path, whatever it is: not every REST client encodes the slashes of a path
 * parameter, and a name that reached another path of the policy service would be asked for as somebody else.
 */
final class UserSegment implements ClientRequestFilter {

    private final String before;

    /** @param policyUrl the base URL of the service */
    UserSegment(URI policyUrl) {
        before = policyUrl.getRawPath().replaceAll("/+$", "") + "/events/";
    }

    @Override
    public void filter(ClientRequestContext request) {
        URI uri = request.getUri();
        String path = uri.getRawPath();
        if (!path.startsWith(before)) {
            throw new IllegalStateException("not a question to the policy service: " + path);
        }
        String segment = encode(path.substring(before.length()));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        request.setUri(URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + before + segment + query));
    }

    private static String encode(String user) {
        boolean isDots = user.equals(".") || user.equals("..");
        return isDots ? user.replace(".", "%2E") : user.replace("/", "%2F").replace(";", "%3B");
    }
}
