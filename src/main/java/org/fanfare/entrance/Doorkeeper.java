package org.fanfare.entrance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.util.Set;
import java.util.stream.Collectors;
import org.fanfare.caller.CallerSettings;
import org.fanfare.caller.Identity;
import org.fanfare.caller.Role;
import org.fanfare.problem.Incident;

/**
 * The server asks it of each request who makes it. It never answers a request itself: many operations are open to anybody,
 * whatever credentials come along, and only {@link RoleFilter} knows which are not.
 */
@ApplicationScoped
public class Doorkeeper implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(Doorkeeper.class.getName());

    @Inject
    private CallerSettings callers;

    @Inject
    private Entrance entrance;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Entry entry = entry(request, new ServerRealm(context.getHandler()));
        entry.keepIn(request);
        if (entry instanceof Entry.ByServer byServer) {
            return context.notifyContainerAboutLogin(byServer.user(), Set.of());
        }
        if (!(entry instanceof Entry.Known known)) {
            return context.doNothing();
        }
        Identity identity = known.identity();
        identity.keepIn(request);
        return context.notifyContainerAboutLogin(
                identity, identity.roles().stream().map(Role::wireName).collect(Collectors.toSet()));
    }

    private Entry entry(HttpServletRequest request, Realm realm) {
        try {
            return entrance.admit(Presented.of(request, callers), realm);
        } catch (RuntimeException broken) {
            // The database, most likely. Anybody's operations go on without.
            Incident incident = Incident.log(LOG, "credentials cannot be checked", broken);
            return Entry.unavailable(Method.TOKEN, incident.sentence());
        }
    }
}
