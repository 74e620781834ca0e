package org.fanfare.entrance;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/**
 * Lets a request through to a resource method if its annotations say that the caller may. What has none is nobody's. It
 * comes before any filter that the server may have for the same annotations, whose refusals say less.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class RoleFilter implements ContainerRequestFilter {

    @Context
    private ResourceInfo resource;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Entrance entrance;

    @Inject
    private Refusals refusals;

    @Override
    public void filter(ContainerRequestContext context) {
        Access access = Access.of(resource.getResourceMethod());
        Entry entry = entry();
        if (access.isForAnybody()) {
            return;
        }
        if (entry instanceof Entry.Refused refused) {
            refusals.note(refused, request.getRemoteAddr(), operation());
            context.abortWith(answer(refused.problem()));
        } else if (!(entry instanceof Entry.Known known)) {
            context.abortWith(answer(
                    Problem.of(ProblemType.UNAUTHENTICATED, "It is not known who calls; this is not for anybody.")));
        } else if (!access.isFor(known.identity())) {
            context.abortWith(
                    Problem.of(ProblemType.ROLE_MISSING, access.sentence()).toResponse());
        }
    }

    private Entry entry() {
        Entry found = Entry.of(request);
        if (!(found instanceof Entry.ByServer byServer)) {
            return found;
        }
        Entry.Known known = byServer.known(request::isUserInRole);
        known.identity().keepIn(request);
        return known;
    }

    private String operation() {
        return resource.getResourceClass().getSimpleName() + "."
                + resource.getResourceMethod().getName();
    }

    private Response answer(Problem problem) {
        Response.ResponseBuilder answer = Response.fromResponse(problem.toResponse());
        if (problem.type() == ProblemType.UNAUTHENTICATED) {
            entrance.challenges().forEach(each -> answer.header(HttpHeaders.WWW_AUTHENTICATE, each));
        }
        return answer.build();
    }
}
