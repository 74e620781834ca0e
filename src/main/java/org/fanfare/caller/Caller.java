package org.fanfare.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Who makes the request in hand, for which tenant, and what they may do. */
@RequestScoped
public class Caller {

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

    /** To whom belongs what is made by this request. */
    public Owner owner() {
        return known().owner();
    }

    /** What the caller may see: his own, as an operator everybody's in his tenant. */
    public Reach reach() {
        return isOperator() ? Reach.all(tenant()) : Reach.of(owner());
    }

    public boolean sees(Owner owner) {
        return reach().covers(owner);
    }

    /** Whether the caller may see and do what concerns all tenants. */
    public boolean runsServer() {
        return isOperator() && Owner.isDefault(tenant());
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
