package org.fanfare.token;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Owner;
import org.fanfare.caller.Role;
import org.fanfare.problem.Fault;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.wire.JsonMembers;

/**
 * A token that somebody wants to be made.
 *
 * @param tenant whose it is to be
 * @param owner the user it is to stand for
 * @param name by which people know it
 * @param scopes the roles it is to have
 * @param expires when it is to end; null for never
 */
record TokenOrder(String tenant, String owner, String name, Set<Role> scopes, Instant expires) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_OWNER = 255;
    private static final int LONGEST_TENANT = 64;
    private static final Set<String> MEMBERS = Set.of("name", "scopes", "expires", "owner", "tenant");

    /** Reads a body; what is missing is the caller's own. All that is wrong with it is one problem. */
    static TokenOrder read(JsonMembers body, Identity caller) {
        body.refuseBut(MEMBERS);
        String name = text(body, "name", null, LONGEST_NAME);
        String owner = text(body, "owner", caller.name(), LONGEST_OWNER);
        String tenant = text(body, "tenant", caller.tenant(), LONGEST_TENANT);
        if (tenant != null && !Owner.isTenant(tenant)) {
            body.fault("tenant", "tenant must be of letters, digits, dots, hyphens and underscores.");
        }
        Set<Role> scopes = scopes(body);
        Instant expires = body.time("expires", true);
        if (!body.faults().isEmpty()) {
            throw Problem.of(ProblemType.INVALID, body.faults());
        }
        return new TokenOrder(tenant, owner, name, scopes, expires);
    }

    /** A problem where the caller may not make this token. */
    void checkFor(Identity caller) {
        boolean isAdmin = caller.roles().contains(Role.ADMIN);
        if (caller.token() != null && !isAdmin) {
            throw forbidden("A token makes no other tokens unless it has the scope admin.");
        }
        if (!isAdmin && !owner.equals(caller.name())) {
            throw forbidden("Only admins make tokens for others.");
        }
        if (!tenant.equals(caller.tenant()) && !(isAdmin && caller.tenant().equals(Owner.DEFAULT_TENANT))) {
            throw forbidden("Only admins of the default tenant make tokens for other tenants.");
        }
        for (Role scope : scopes) {
            if (!isAdmin && !caller.roles().contains(scope)) {
                throw forbidden("You cannot give the role " + scope.wireName() + ", which you do not have.");
            }
        }
    }

    /**
     * The same, ending no later than it may.
     *
     * @param longest how long it may last; null for any time
     * @param callersEnd when the token ends by which the caller is known; null if it does not
     */
    TokenOrder within(Duration longest, Instant callersEnd, Instant now) {
        Instant latest = longest == null ? null : now.plus(longest);
        if (callersEnd != null && (latest == null || callersEnd.isBefore(latest))) {
            latest = callersEnd;
        }
        if (expires != null && !expires.isAfter(now)) {
            throw invalid("expires has to be in the future.");
        }
        if (expires != null && latest != null && expires.isAfter(latest)) {
            throw invalid("expires is later than a token of yours may end, which is " + latest + ".");
        }
        return new TokenOrder(tenant, owner, name, scopes, expires == null ? latest : expires);
    }

    private static Set<Role> scopes(JsonMembers body) {
        JsonArray array = body.array("scopes");
        Set<Role> scopes = EnumSet.noneOf(Role.class);
        List<String> unknown = new ArrayList<>();
        if (array != null) {
            array.forEach(each -> Role.named(each instanceof JsonString name ? name.getString() : "")
                    .ifPresentOrElse(scopes::add, () -> unknown.add(each.toString())));
        }
        if (scopes.isEmpty() || !unknown.isEmpty()) {
            body.fault("scopes", "scopes must be some of \"subscriber\", \"producer\", \"operator\" and \"admin\".");
        }
        return scopes;
    }

    private static String text(JsonMembers body, String member, String absent, int most) {
        String text = body.has(member) ? body.text(member) : absent;
        return text != null && !text.isBlank() && text.length() <= most
                ? text
                : body.fault(member, member + " must be a text of 1 to " + most + " characters.");
    }

    private static Problem forbidden(String detail) {
        return Problem.of(ProblemType.FORBIDDEN, detail);
    }

    private static Problem invalid(String detail) {
        return Problem.of(ProblemType.INVALID, List.of(Fault.ofMember("expires", detail)));
    }
}
