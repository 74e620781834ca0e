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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fanfare.caller.Caller;
import org.fanfare.caller.Role;
import org.fanfare.event.Event;
import org.fanfare.event.EventLog;
import org.fanfare.history.Sight;
import org.fanfare.problem.Problem;
import org.fanfare.problem.ProblemType;
import org.fanfare.subscription.Subscription;
import org.fanfare.subscription.Subscriptions;
import org.fanfare.wire.Page;
import org.fanfare.wire.Query;
import org.fanfare.wire.Uuids;

/** Why an event reached the caller's subscriptions, or did not; to operators, why anybody's. */
@Path("/events/{id}/explain")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
@RolesAllowed({Role.Named.SUBSCRIBER, Role.Named.PRODUCER, Role.Named.OPERATOR})
public class ExplainResource {

    private static final String SUBSCRIPTION = "subscription";

    @EJB
    private EventLog events;

    @EJB
    private Subscriptions subscriptions;

    @Inject
    private Explanations explanations;

    @Inject
    private Clearance clearance;

    @Inject
    private Caller caller;

    @GET
    @Operation(
            summary = "Explains why an event matched subscriptions or did not, and what became of it",
            operationId = "explainEvent")
    public Response explain(@PathParam("id") String id, @Context UriInfo uri) {
        return new Query(uri)
                .text(SUBSCRIPTION)
                .map(asked -> one(id, asked, uri))
                .orElseGet(() -> all(id, uri));
    }

    private Response one(String id, String asked, UriInfo uri) {
        Query query = new Query(uri);
        UUID uuid = Uuids.read(asked).orElseGet(() -> query.refuse(SUBSCRIPTION, "must be a UUID."));
        query.check();
        Subscription subscription = subscriptions
                .find(uuid)
                .filter(found -> caller.sees(found.owner()))
                .orElseThrow(() ->
                        Problem.of(ProblemType.NOT_FOUND, "There is no subscription " + asked + " that you may see."));
        return Response.ok(explanations.of(event(id), List.of(subscription)).get(0))
                .build();
    }

    /** A page may hold less than was asked for, if explaining takes too long; the next one goes on there. */
    private Response all(String id, UriInfo uri) {
        Page page = Page.of(uri);
        Event event = event(id);
        List<Subscription> asked = subscriptions.list(caller.reach(), page);
        if (asked.isEmpty() && clearance.ofCaller(event) == Sight.NOTHING) {
            throw unknown(id);
        }
        List<ExplanationView> explained =
                explanations.of(event, asked.subList(0, Math.min(page.limit(), asked.size())));
        Page done = explained.size() < asked.size() ? new Page(explained.size(), page.offset()) : page;
        return done.answer(uri, asked, any -> explained.toArray(ExplanationView[]::new));
    }

    /** The event; whoever owns a subscription may ask for any but those of Fanfare's own that concern others. */
    private Event event(String id) {
        return Uuids.read(id)
                .flatMap(events::stored)
                .filter(event -> clearance.mayBeAskedAbout(event))
                .orElseThrow(() -> unknown(id));
    }

    private static Problem unknown(String id) {
        return Problem.of(ProblemType.NOT_FOUND, "There is no event " + id + " that you may see.");
    }
}
