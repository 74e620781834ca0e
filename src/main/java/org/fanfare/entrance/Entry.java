package org.fanfare.entrance;

import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Identity.Means;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/** What becomes of somebody's credentials. */
sealed interface Entry {

    /** They are good. */
    record Known(Identity identity) implements Entry {}

    /** They are good, and the server says what roles the user has once it has logged him in. */
    record ByServer(String user) implements Entry {

        /** @param isInRole what it says then */
        Known known(Predicate<String> isInRole) {
            Set<Role> roles = Arrays.stream(Role.values())
                    .filter(role -> isInRole.test(role.wireName()))
                    .collect(Collectors.toSet());
            return new Known(new Identity(user, Owner.DEFAULT_TENANT, roles, Means.BASIC));
        }
    }

    /** There are none. */
    record Nobody() implements Entry {}

    /**
     * They are not good, or cannot be checked now.
     *
     * @param problem what the caller is told: not so much that it helps in guessing
     * @param method whose credentials they are
     * @param reason what the log is told
     */
    record Refused(Problem problem, Method method, String reason) implements Entry {}

    static Refused wrong(Method method, String reason) {
        return new Refused(
                Problem.of(ProblemType.UNAUTHENTICATED, "The credentials are not good here."), method, reason);
    }

    /** Nothing is said against the credentials, but whoever could vouch for them does not answer. */
    static Refused unavailable(Method method, String reason) {
        return new Refused(
                Problem.of(ProblemType.UNAVAILABLE, "The credentials cannot be checked now. Try again later."),
                method,
                reason);
    }

    /** Keeps it with the request, for the filter that asks what the caller may. */
    default void keepIn(ServletRequest request) {
        request.setAttribute(Entry.class.getName(), this);
    }

    /** What was found of who makes the request; nobody if nothing was looked for. */
    static Entry of(ServletRequest request) {
        return request.getAttribute(Entry.class.getName()) instanceof Entry entry ? entry : new Nobody();
    }
}
