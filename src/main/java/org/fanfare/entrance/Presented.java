package org.fanfare.entrance;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.fanfare.caller.CallerSettings;

/**
 * What a request shows of who makes it. Headers that are blank say nothing and are left out.
 *
 * @param peer the address that it came from
 * @param users values of the user header
 * @param tenants values of the tenant header
 * @param roles values of the roles header
 * @param authorizations values of {@code Authorization}
 */
record Presented(
        String peer, List<String> users, List<String> tenants, List<String> roles, List<String> authorizations) {

    static Presented of(HttpServletRequest request, CallerSettings settings) {
        return new Presented(
                String.valueOf(request.getRemoteAddr()),
                values(request, settings.header()),
                values(request, settings.tenantHeader()),
                values(request, settings.rolesHeader()),
                values(request, "Authorization"));
    }

    /** Whether it has anything that only a proxy may say. */
    boolean hasProxyHeaders() {
        return !users.isEmpty() || !tenants.isEmpty() || !roles.isEmpty();
    }

    private static List<String> values(HttpServletRequest request, String header) {
        if (header.isEmpty()) {
            return List.of();
        }
        return Collections.list(request.getHeaders(header)).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }
}
