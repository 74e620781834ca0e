package org.fanfare.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Who may use what is in this room, and on whose things. */
@RequestScoped
class Admins {

    @Inject
    private Caller caller;

    /** The tenant that the caller is an admin of, and whose events and subscriptions are meant; a problem for others. */
    String tenant() {
        if (!caller.is(Role.ADMIN)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only admins may do this.");
        }
        return caller.tenant();
    }

    /** A problem for whoever is none of the whole server, but perhaps of a tenant. */
    void requireOfServer() {
        if (!Owner.isDefault(tenant())) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only admins of the default tenant may do this.");
        }
    }
}
