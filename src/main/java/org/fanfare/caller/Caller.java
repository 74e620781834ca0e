package org.fanfare.caller;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Who makes the request in hand, for which tenant, and what they may do. */
@RequestScoped
public class Caller {

    private static final int LONGEST_NAME = 255;

    @Inject
    private CallerSettings settings;

    @Inject
    private HttpServletRequest request;

    /** The name that the proxy in front vouches for, or the default user's where it sends none. */
    public String name() {
        return header(settings.header(), LONGEST_NAME, settings.defaultUser());
    }

    /** Whose events and subscriptions these are: nothing of another tenant can be seen or reached. */
    public String tenant() {
        if (settings.tenantHeader().isEmpty()) {
            return Owner.DEFAULT_TENANT;
        }
        String tenant = header(settings.tenantHeader(), LONGEST_NAME, Owner.DEFAULT_TENANT);
        if (!Owner.isTenant(tenant)) {
            throw Problem.of(
                    ProblemType.MALFORMED,
                    List.of(Fault.ofHeader(
                            settings.tenantHeader(),
                            "A tenant is named by 1 to 64 letters, digits, dots, hyphens and underscores.")));
        }
        return tenant;
    }

    /** To whom belongs what is made by this request. */
    public Owner owner() {
        return new Owner(tenant(), name());
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
        Set<Role> roles = EnumSet.of(Role.SUBSCRIBER, Role.PRODUCER);
        if (settings.isOperator(owner())) {
            roles.add(Role.OPERATOR);
        }
        if (settings.isAdmin(owner())) {
            roles.add(Role.ADMIN);
        }
        return roles;
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    public boolean isOperator() {
        return is(Role.OPERATOR);
    }

    private String header(String name, int longest, String otherwise) {
        String value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            return otherwise;
        }
        if (value.length() > longest) {
            throw Problem.of(
                    ProblemType.MALFORMED,
                    List.of(Fault.ofHeader(name, "The value has at most " + longest + " characters.")));
        }
        return value;
    }
}
