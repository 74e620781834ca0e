package org.fanfare.explain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.event.EventArchive;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/** Which past events one of the caller's subscriptions would have matched. */
@Path("/eventmatch/{uuid}/would-have-matched")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
@RolesAllowed(Role.Named.SUBSCRIBER)
public class WouldHaveMatchedResource {

    @EJB
    private Subscriptions subscriptions;

    @EJB
    private EventArchive archive;

    @Inject
    private LookBack lookBack;

    @Inject
    private Caller caller;

    @GET
    @Operation(
            summary = "Lists past events that a subscription would have matched, newest first",
            operationId = "listWouldHaveMatched")
    public String list(@PathParam("uuid") String uuid, @Context UriInfo uri) {
        Subscription subscription = subscriptions
                .find(caller.owner(), Uuids.ofPath(uuid))
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "Forbidden"));
        Query query = new Query(uri);
        Instant since = query.time("since");
        Instant until = query.time("until");
        int limit = query.number("limit", 1, Window.MOST_MATCHES, Window.USUAL_MATCHES);
        UUID before = query.text("before")
                .map(text -> Continuation.read(text)
                        .orElseGet(() -> query.refuse("before", "must be what an answer had as next.")))
                .orElse(null);
        query.check();
        Window window = Window.of(since, until, before, limit);
        Scanned scanned = lookBack.over(subscription, window);
        return ScannedJson.of(
                        scanned,
                        archive.count(window.stretch(caller.tenant()), ScannedJson.MOST_COUNTED + 1),
                        (event, json) -> {})
                .toString();
    }
}
