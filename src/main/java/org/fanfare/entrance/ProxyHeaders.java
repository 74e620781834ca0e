package org.fanfare.entrance;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.fanfare.caller.CallerSettings;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Reads what a trusted proxy says of the caller, as on the Pacifica wire. */
final class ProxyHeaders {

    private static final int LONGEST_NAME = 255;

    private final CallerSettings settings;

    ProxyHeaders(CallerSettings settings) {
        this.settings = settings;
    }

    /** The user that is named, or the default user where none is. */
    Entry read(Presented presented) {
        if (isAmbiguous(presented.users()) || isAmbiguous(presented.tenants()) || isAmbiguous(presented.roles())) {
            // One of them may be the client's own, which the proxy should have taken away.
            return Entry.wrong(Method.HEADER, "a header that names the caller is there twice");
        }
        String name = first(presented.users(), settings.defaultUser());
        String tenant = first(presented.tenants(), Owner.DEFAULT_TENANT);
        if (name.length() > LONGEST_NAME) {
            return malformed(settings.header(), "The value has at most " + LONGEST_NAME + " characters.");
        }
        if (!Owner.isTenant(tenant)) {
            return malformed(
                    settings.tenantHeader(),
                    "A tenant is named by 1 to 64 letters, digits, dots, hyphens and underscores.");
        }
        return name.isEmpty()
                ? new Entry.Nobody()
                : new Entry.Known(new Identity(
                        name,
                        tenant,
                        settings.rolesOf(new Owner(tenant, name), given(presented.roles())),
                        Means.HEADER));
    }

    private Set<Role> given(List<String> roles) {
        return roles.isEmpty()
                ? settings.roles()
                : Role.among(Arrays.stream(roles.get(0).split(","))
                        .map(String::strip)
                        .toList());
    }

    private static boolean isAmbiguous(List<String> values) {
        return values.size() > 1;
    }

    private static String first(List<String> values, String otherwise) {
        return values.isEmpty() ? otherwise : values.get(0);
    }

    private static Entry malformed(String header, String detail) {
        Problem problem = Problem.of(ProblemType.MALFORMED, List.of(Fault.ofHeader(header, detail)));
        return new Entry.Refused(problem, Method.HEADER, "the header " + header + " is malformed");
    }
}
