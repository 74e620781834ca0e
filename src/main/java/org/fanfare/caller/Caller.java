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

    /** The tenant of everybody where no other is named. */
    public static final String DEFAULT_TENANT = "default";

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TENANT = 64;

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
        return settings.tenantHeader().isEmpty()
                ? DEFAULT_TENANT
                : header(settings.tenantHeader(), LONGEST_TENANT, DEFAULT_TENANT);
    }

    public Set<Role> roles() {
        Set<Role> roles = EnumSet.of(Role.SUBSCRIBER, Role.PRODUCER);
        if (settings.operators().contains(name())) {
            roles.add(Role.OPERATOR);
        }
        if (settings.admins().contains(name())) {
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
