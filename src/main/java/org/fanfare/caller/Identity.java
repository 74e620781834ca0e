package org.fanfare.caller;

import jakarta.servlet.ServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody whose credentials were good.
 *
 * @param name the user's
 * @param tenant whose events and subscriptions these are
 * @param roles what the caller may do
 * @param means how the caller is known
 * @param token the API token that was shown; null where it was something else
 */
public record Identity(String name, String tenant, Set<Role> roles, Means means, UUID token) implements Principal {

    private static final String ATTRIBUTE = Identity.class.getName();

    /** The kinds of credentials. */
    public enum Means {
        HEADER,
        TOKEN,
        JWT,
        BASIC;

        /** For logs and answers. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Identity {
        roles = Role.complete(roles);
    }

    public Identity(String name, String tenant, Set<Role> roles, Means means) {
        this(name, tenant, roles, means, null);
    }

    public Owner owner() {
        return new Owner(tenant, name);
    }

    @Override
    public String getName() {
        return name;
    }

    /** Whether any of these names is a role of the caller's. */
    public boolean hasOneOf(String... names) {
        for (String each : names) {
            if (Role.named(each).filter(roles::contains).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Keeps it with the request, where {@link Caller} finds it. An attribute, as servers differ in whether the principal
     * of a request is the one that they were given.
     */
    public void keepIn(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who makes the request; empty if that is not known. */
    public static Optional<Identity> of(ServletRequest request) {
        return Optional.ofNullable((Identity) request.getAttribute(ATTRIBUTE));
    }
}
