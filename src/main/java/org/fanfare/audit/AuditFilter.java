package org.fanfare.audit;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fanfare.caller.Caller;
import org.fanfare.problem.Incident;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;

/**
 * Records each request that may change something, before and after. It comes after the filters that ask who may: what they
 * refuse has changed nothing, and strangers are not to fill the table.
 */
@Provider
@ApplicationScoped
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOG = System.getLogger(AuditFilter.class.getName());
    private static final String BEGUN = AuditFilter.class.getName();
    private static final Pattern REQUEST_ID = Pattern.compile("[!-~]{1,100}");

    /** The query parameters that say what is changed. Others might be secret, or long. */
    private static final List<String> IDS = List.of("event_uuid", "owner");

    @EJB
    private AuditLog log;

    @Inject
    private Caller caller;

    @Inject
    private Made made;

    @Inject
    private HttpServletRequest connection;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !Operations.isChange(method, request.getMethod())) {
            return;
        }
        Deed deed = new Deed(
                request.getMethod(), Operations.nameOf(method), path(request.getUriInfo()), requestId(request));
        Actor actor = Actor.of(caller, connection.getRemoteAddr());
        try {
            request.setProperty(BEGUN, log.begin(actor, deed));
        } catch (EJBException notRecorded) {
            throw Problem.of(
                    ProblemType.UNAVAILABLE,
                    "Nothing was done, as it could not be recorded. "
                            + Incident.log(LOG, "audit entry not written operation=" + deed.operation(), notRecorded)
                                    .sentence());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(BEGUN) instanceof UUID id)) {
            return;
        }
        URI location = response.getLocation();
        try {
            log.end(id, response.getStatus(), location == null ? made.path().orElse(null) : location.getPath());
        } catch (EJBException notRecorded) {
            // It is done, and the caller has to know. The entry stays one that was begun.
            Incident.log(LOG, "outcome not written audit=" + id + " status=" + response.getStatus(), notRecorded);
        }
    }

    private static String path(UriInfo uri) {
        MultivaluedMap<String, String> query = uri.getQueryParameters(false);
        String ids = IDS.stream()
                .filter(query::containsKey)
                .map(name -> name + "=" + query.getFirst(name))
                .collect(Collectors.joining("&"));
        String path = uri.getRequestUri().getRawPath();
        return ids.isEmpty() ? path : path + "?" + ids;
    }

    private static String requestId(ContainerRequestContext request) {
        String id = request.getHeaderString("X-Request-Id");
        return id != null && REQUEST_ID.matcher(id).matches() ? id : null;
    }
}
