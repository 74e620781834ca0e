package org.fanfare.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Who makes the request in hand, for which tenant, and what they may do. */
@RequestScoped
public class Caller {

    /** The tenant of everybody where no other is named. */
    public static final String DEFAULT_TENANT = "default";

    @Inject
    private HttpServletRequest request;

    /** As the credentials say; empty where anybody may call and nobody said who. */
    public Optional<Identity> identity() {
        return Identity.of(request);
    }

    /** The user's name. */
    public String name() {
        return known().name();
    }

    /** Whose events and subscriptions these are: nothing of another tenant can be seen or reached. */
    public String tenant() {
        return known().tenant();
    }

    public Set<Role> roles() {
        return known().roles();
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    public boolean isOperator() {
        return is(Role.OPERATOR);
    }

    private Identity known() {
        return identity().orElseThrow(() -> new IllegalStateException("An operation for anybody asks who calls."));
    }
}
