package org.fanfare.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Who may use what is in this room. */
@RequestScoped
class Admins {

    @Inject
    private Caller caller;

    /** A problem for whoever is none. */
    void require() {
        if (!caller.is(Role.ADMIN)) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only admins may do this.");
        }
    }

    /** A problem for whoever is none of the whole server, but perhaps of a tenant. */
    void requireOfServer() {
        require();
        if (!caller.runsServer()) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only admins of the default tenant may do this.");
        }
    }
}
