package org.fanfare.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.fanfare.caller.Caller;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** Which of the admins may use what is in this room. */
@RequestScoped
class Admins {

    @Inject
    private Caller caller;

    /** A problem for whoever is none of the whole server, but of a tenant. */
    void requireOfServer() {
        if (!caller.runsServer()) {
            throw Problem.of(ProblemType.FORBIDDEN, "Only admins of the default tenant may do this.");
        }
    }
}
